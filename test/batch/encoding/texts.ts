/** Texts of several hundred characters in the three languages, and short ones; all written for these tests. */

export const VIETNAMESE: readonly string[] = [
  `Sở Nội vụ vừa gửi công văn đến các huyện, yêu cầu rà soát lại toàn bộ hồ sơ của cán bộ hợp đồng trước ngày cuối quý. Những trường hợp thiếu
bằng cấp hoặc chưa qua lớp bồi dưỡng bắt buộc sẽ được xếp lịch học bù vào buổi tối. Ông Trần Văn Lực, người phụ trách đợt kiểm tra, cho
biết mỗi đơn vị chỉ phải nộp một bảng tổng hợp, không cần kèm bản sao. “Chúng tôi đã có đủ giấy tờ trong kho lưu trữ”, ông nói thêm.`,
  `Từ đầu năm nay, người dân phường Cầu Đá có thể đăng ký khai sinh qua điện thoại mà không phải đến trụ sở. Chị Hồng, mẹ của một bé gái ba
tuần tuổi, kể rằng chị chỉ mất chừng mười phút để điền tờ khai, chụp giấy chứng sinh rồi bấm gửi. Hai ngày sau, bưu tá mang giấy khai sinh
tới tận nhà. Tuy vậy, nhiều cụ già trong xóm vẫn thích ra phường gặp cán bộ, vì ở đó họ được hỏi han và giải thích từng mục một cách kỹ lưỡng.`,
  `Bảng lương mới làm cho nhiều giáo viên vùng cao phấn khởi nhưng cũng không ít người băn khoăn. Phụ cấp thâm niên được giữ nguyên, trong khi
phụ cấp đứng lớp giảm hai phần trăm để bù cho mức lương cơ sở tăng. Theo cách tính của phòng tài vụ, một cô giáo dạy mười lăm năm sẽ nhận
thêm khoảng sáu trăm nghìn đồng mỗi tháng. Điều họ chờ đợi hơn cả là khoản hỗ trợ đi lại, vì đường từ bản ra huyện vẫn còn rất xấu.`,
  `Hội phụ nữ xã tổ chức buổi nói chuyện về bình đẳng giới tại nhà văn hóa thôn. Hơn bảy mươi người tham dự, trong đó gần một nửa là nam giới.
Các nhóm lần lượt đóng vai, kể lại chuyện chia việc nhà, nuôi con và quyết định mua sắm trong gia đình. Cuối buổi, ai cũng viết ra giấy một
điều mình sẽ thay đổi. Bác Sáu, năm nay đã ngoài bảy mươi, viết rằng từ mai bác sẽ tự pha trà và rửa chén.`,
  `Thanh tra thành phố kết luận rằng một số nhân viên trạm cân đã nhận tiền của tài xế để bỏ qua lỗi chở quá tải. Sự việc bị phát hiện nhờ
đoạn phim do người dân quay được. Ba nhân viên bị đình chỉ công tác ngay trong chiều hôm ấy, hồ sơ được chuyển sang cơ quan điều tra. Lãnh
đạo trạm phải kiểm điểm trước tập thể và cam kết lắp thêm máy quay ở cả hai làn xe.`,
];

export const FRENCH: readonly string[] = [
  `La préfecture a ouvert début février un guichet où les usagers peuvent déposer leur dossier sans rendez-vous. Après six semaines, le délai
moyen a été ramené de quarante à douze jours. Les agents, formés à l’accueil des personnes âgées, reçoivent désormais près de trois cents
visiteurs par matinée. « Nous avons surtout gagné en sérénité », résume la cheffe de service, qui espère obtenir deux postes supplémentaires
avant l’été. Le syndicat, lui, réclame une prime pour les équipes concernées et s’inquiète du bruit qui règne dans la salle.`,
  `Le décret paru hier modifie la grille indiciaire des secrétaires de mairie. Les agents classés au premier échelon verront leur traitement
augmenter de cinquante euros dès septembre, tandis que les échelons supérieurs ne bougeront pas. L’association des maires ruraux salue un
geste « bienvenu mais tardif » : dans bien des communes, le poste reste vacant faute de candidats. Elle demande que la durée d’ancienneté
exigée pour être promu soit réduite et que les heures complémentaires soient enfin payées à leur juste valeur.`,
  `À l’école d’administration, une journée entière a été consacrée à l’égalité entre les femmes et les hommes. Les élèves ont étudié des
situations vécues : une réunion où l’on coupe la parole à une collègue, un entretien où l’on évoque la maternité, un tract dégradant laissé
dans un vestiaire. Répartis en petits groupes, ils devaient rédiger une réponse écrite puis la présenter à un jury. La meilleure copie,
très concrète, proposait un référent dans chaque bâtiment et un numéro d’appel gratuit.`,
  `Trois conseillers ont été entendus mercredi par la commission de déontologie. Ils auraient accepté des invitations à des matchs, offertes
par une société qui cherchait à décrocher le marché de la cantine. Interrogés séparément, ils ont reconnu les faits tout en niant avoir
pesé sur la décision. Le rapport, dont une copie circule déjà, préconise un blâme et l’interdiction de siéger pendant une année. L’élu chargé
des achats a promis que les règles seraient réécrites et affichées à l’entrée du bâtiment.`,
];

export const ENGLISH: readonly string[] = [
  `The council’s new booking page went live on Monday, and by noon it had crashed twice. Staff blamed an old address file that nobody had
checked since the last election. “We should have tested it with real streets,” the project lead admitted. By Wednesday the page was stable,
and some four hundred residents had booked a slot for their passport. A clerk who has worked at the front desk for thirty years said she
had never seen the queue so short. The council will publish figures each month and has promised to keep two counters open for people who
would rather talk to somebody. The unions welcomed that, though they’d like a third. Whether the savings cover the cost of the software
remains to be seen: the contract runs for five years, and the price of support goes up after the second. A review is due before the summer
break, and the mayor wants it read out in full. She said the lesson was simple: ask the people who answer the phones before you buy anything
that is meant to replace them. The vendor declined to comment but sent two engineers, who stayed until Friday evening and went home by train.`,
  `Pay talks broke down again last night. The employers had offered three per cent and a one-off sum; the union asked for five and no strings.
Both sides agree that nurses in the north earn less than their colleagues in the capital, but they can't agree on who should make up the
difference. A mediator will meet them on Tuesday. Until then, clinics will open as usual, and nobody expects a strike before the holidays.
You can read the full offer at https://example.org/pay/offer.html?lang=en#table-2, or write to talks@example.org (replies take a day or two).`,
  `Every trainee spends a week at the tax office, a week at the land registry and a week on the road with an inspector. Most say the road was
best. They learn to listen first, to write down what they saw and not what they think, and to leave when they are offered lunch. The course
ends with an exam that is open to the public: neighbours come, ask awkward questions, and vote. Last year one trainee failed because he would
not say "I don't know." This year, nobody did. Who's next? The school has a waiting list of ninety-one, e.g. from the police and the post.`,
];

/** By hand, as people type it: full stops not escaped. */
export const VIQR = [
  "U?y ban nha^n da^n tha`nh pho^' vu+`a ban ha`nh quy ddi.nh mo+'i ve^` ca'ch tie^'p co^ng da^n ta.i phu+o+`ng.",
  "Mo^~i sa'ng thu+' hai, la~nh dda.o pha?i co' ma(.t ta.i pho`ng tie^'p da^n va` nghe tu+`ng ngu+o+`i tri`nh ba`y.",
  "Nhu+~ng y' kie^'n chu+a gia?i quye^'t ddu+o+.c ngay se~ ddu+o+.c ghi va`o so^? va` tra? lo+`i trong va`i nga`y.",
  "Ba` con cho ra(`ng ca'ch la`m na`y ddo+~ to^'n thi` gio+` ho+n, va` mong xa~ be^n cu~ng la`m theo nhu+ the^'.",
].join('\n');
