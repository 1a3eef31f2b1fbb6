/** Sentences and titles in languages that are not ours but share letters and words with them, written for these tests. */

export interface OtherLanguage {
  readonly name: string;
  /** One a line. */
  readonly sentences: string;
  /** One a line, three to twelve words. */
  readonly titles: string;
}

export const OTHER_LANGUAGES: readonly OtherLanguage[] = [
  {
    name: 'Spanish',
    sentences: `El gobierno presentó ayer un plan para modernizar los trámites en línea de los ayuntamientos.
Los funcionarios deberán declarar sus bienes antes de que termine el mes de marzo.
La ministra explicó que las mujeres siguen cobrando menos que los hombres en el sector público.
No sabemos todavía cuándo entrará en vigor la nueva tabla salarial.
Cada maestro recibirá cuarenta horas de formación durante el próximo curso.
Mi hermana trabaja en una oficina de correos cerca de la estación.
¿Quién va a pagar las obras del puente que se cayó el invierno pasado?
Según el informe, tres de cada diez expedientes se resuelven fuera de plazo.
Las lluvias dejaron sin luz a varios pueblos de la sierra.
Se ruega a los vecinos que no aparquen delante de la puerta del mercado.`,
    titles: `Reforma de la administración pública
Nuevo portal de servicios digitales para empresas
Igualdad de género en el empleo
Aumento del salario mínimo
Curso de formación para funcionarios
Cómo pedir una cita previa
Detenido el alcalde por cobrar comisiones
Resultados de la encuesta anual
El tren vuelve a funcionar
Normas de conducta del personal municipal`,
  },
  {
    name: 'Portuguese',
    sentences: `O governo apresentou ontem um plano para simplificar os serviços das câmaras municipais.
Os funcionários públicos terão de declarar os seus rendimentos até ao fim do ano.
As mulheres continuam a ganhar menos do que os homens em quase todos os setores.
Ainda não se sabe quando é que a nova tabela salarial começa a ser aplicada.
Cada professor vai receber quarenta horas de formação no próximo ano letivo.
A minha irmã trabalha numa estação de correios perto do rio.
Quem vai pagar as obras da ponte que caiu no inverno passado?
Segundo o relatório, três em cada dez processos são resolvidos fora do prazo.
A chuva deixou várias aldeias da serra sem eletricidade.
Pedimos aos moradores que não estacionem em frente à porta do mercado.`,
    titles: `Reforma da administração pública
Novo portal de serviços digitais para empresas
Igualdade entre homens e mulheres no trabalho
Aumento do salário mínimo nacional
Curso de formação para funcionários
Como marcar um atendimento presencial
Presidente da câmara detido por corrupção
Resultados do inquérito anual
O comboio volta a circular
Código de conduta dos trabalhadores municipais`,
  },
  {
    name: 'Italian',
    sentences: `Il governo ha presentato ieri un piano per rendere più semplici gli sportelli dei comuni.
I dipendenti pubblici dovranno dichiarare i loro redditi entro la fine dell'anno.
Le donne continuano a guadagnare meno degli uomini in quasi tutti i settori.
Non si sa ancora quando entrerà in vigore la nuova tabella degli stipendi.
Ogni insegnante riceverà quaranta ore di formazione nel prossimo anno scolastico.
Mia sorella lavora in un ufficio postale vicino alla stazione.
Chi pagherà i lavori del ponte che è crollato l'inverno scorso?
Secondo la relazione, tre pratiche su dieci vengono chiuse in ritardo.
La pioggia ha lasciato senza luce molti paesi della montagna.
Si pregano gli abitanti di non parcheggiare davanti al mercato.`,
    titles: `Riforma della pubblica amministrazione
Nuovo sportello digitale per le imprese
Parità di genere nel lavoro
Aumento degli stipendi minimi
Corso di formazione per i dipendenti
Come prenotare un appuntamento allo sportello
Arrestato il sindaco per una tangente
I risultati dell'indagine annuale
Il treno torna a viaggiare
Codice di condotta del personale comunale`,
  },
  {
    name: 'Catalan',
    sentences: `El govern va presentar ahir un pla per fer més senzills els tràmits dels ajuntaments.
Els funcionaris hauran de declarar els seus ingressos abans que acabi l'any.
Les dones continuen cobrant menys que els homes en gairebé tots els sectors.
Encara no sabem quan entrarà en vigor la nova taula de sous.
Cada mestre rebrà quaranta hores de formació durant el curs vinent.
La meva germana treballa en una oficina de correus a prop de l'estació.
Qui pagarà les obres del pont que va caure l'hivern passat?
Segons l'informe, tres de cada deu expedients es tanquen fora de termini.
La pluja va deixar sense llum uns quants pobles de la muntanya.
Es demana als veïns que no aparquin davant de la porta del mercat.`,
    titles: `Reforma de l'administració pública catalana
Nou portal de serveis digitals per a empreses
Igualtat entre dones i homes a la feina
Augment del salari mínim
Curs de formació per als funcionaris
Com demanar hora a l'ajuntament
Detingut l'alcalde per cobrar comissions
Resultats de l'enquesta anual
El tren torna a funcionar avui
Codi de conducta del personal municipal`,
  },
  {
    name: 'Romanian',
    sentences: `Guvernul a prezentat ieri un plan pentru ca primăriile să lucreze mai repede.
Funcționarii trebuie să își declare averea până la sfârșitul anului.
Femeile câștigă în continuare mai puțin decât bărbații în aproape toate domeniile.
Nu se știe încă de când se va aplica noua grilă de salarizare.
Fiecare profesor va primi patruzeci de ore de pregătire în anul școlar viitor.
Sora mea lucrează la un oficiu poștal de lângă gară.
Cine va plăti lucrările la podul care s-a prăbușit iarna trecută?
Potrivit raportului, trei dosare din zece sunt rezolvate cu întârziere.
Ploaia a lăsat fără curent mai multe sate de munte.
Locuitorii sunt rugați să nu parcheze în fața pieței.`,
    titles: `Reforma administrației publice locale
Un nou portal de servicii digitale pentru firme
Egalitate de gen la locul de muncă
Creșterea salariului minim
Curs de pregătire pentru funcționari
Cum se face o programare la primărie
Primarul a fost reținut pentru luare de mită
Rezultatele sondajului anual
Trenul circulă din nou
Codul de conduită al angajaților`,
  },
  {
    name: 'German',
    sentences: `Die Regierung hat gestern einen Plan vorgestellt, mit dem die Ämter schneller werden sollen.
Beamte müssen ihre Einkünfte bis zum Ende des Jahres offenlegen.
Frauen verdienen in fast allen Bereichen noch immer weniger als Männer.
Noch weiß niemand, wann die neue Besoldungstabelle in Kraft tritt.
Jede Lehrerin bekommt im nächsten Schuljahr vierzig Stunden Fortbildung.
Meine Schwester arbeitet in einem Postamt neben dem Bahnhof.
Wer bezahlt die Arbeiten an der Brücke, die im Winter eingestürzt ist?
Laut Bericht werden drei von zehn Anträgen zu spät bearbeitet.
Nach dem Regen waren mehrere Dörfer in den Bergen ohne Strom.
Wir bitten alle Anwohner, nicht vor dem Markt zu parken.`,
    titles: `Reform der öffentlichen Verwaltung
Neues Portal für digitale Dienste
Gleichstellung von Frauen und Männern im Beruf
Erhöhung des Mindestlohns beschlossen
Fortbildung für Beamte im Herbst
So vereinbaren Sie einen Termin
Bürgermeister wegen Bestechung festgenommen
Ergebnisse der jährlichen Umfrage
Der Zug fährt wieder
Verhaltensregeln für das Personal der Stadt`,
  },
  {
    name: 'Dutch',
    sentences: `De regering heeft gisteren een plan voorgesteld om de loketten van de gemeenten sneller te maken.
Ambtenaren moeten hun inkomsten voor het einde van het jaar opgeven.
Vrouwen verdienen in bijna alle sectoren nog steeds minder dan mannen.
Niemand weet nog wanneer de nieuwe loontabel van kracht wordt.
Elke leraar krijgt volgend schooljaar veertig uur bijscholing.
Mijn zus werkt in een postkantoor vlak bij het station.
Wie betaalt het werk aan de brug die vorige winter is ingestort?
Volgens het verslag worden drie van de tien dossiers te laat afgehandeld.
Door de regen zaten verschillende dorpen zonder stroom.
Wij vragen de bewoners om niet voor de markt te parkeren.`,
    titles: `Hervorming van de overheid
Nieuw portaal voor digitale diensten aan bedrijven
Gelijke kansen voor vrouwen op het werk
Verhoging van het minimumloon
Opleiding voor ambtenaren van de gemeente
Hoe maak ik een afspraak bij het loket
Burgemeester aangehouden wegens omkoping
Uitslag van de jaarlijkse enquête
De trein rijdt weer
Gedragsregels voor het personeel van de stad`,
  },
  {
    name: 'Indonesian',
    sentences: `Pemerintah kemarin mengumumkan rencana untuk mempercepat layanan di kantor kecamatan.
Pegawai negeri wajib melaporkan hartanya sebelum akhir tahun.
Perempuan masih menerima upah lebih rendah daripada laki-laki di hampir semua bidang.
Belum diketahui kapan tabel gaji yang baru mulai berlaku.
Setiap guru akan mendapat empat puluh jam pelatihan pada tahun ajaran depan.
Kakak saya bekerja di kantor pos dekat stasiun.
Siapa yang akan membayar perbaikan jembatan yang runtuh itu?
Menurut laporan, tiga dari sepuluh berkas diselesaikan terlambat.
Hujan deras membuat beberapa desa di pegunungan tanpa listrik.
Warga diminta tidak memarkir kendaraan di depan pasar.`,
    titles: `Reformasi birokrasi di daerah
Layanan digital baru untuk pelaku usaha
Kesetaraan gender di tempat kerja
Kenaikan upah minimum tahun depan
Pelatihan bagi pegawai pemerintah daerah
Cara membuat janji di kantor kecamatan
Wali kota ditangkap karena menerima suap
Hasil survei kepuasan masyarakat
Kereta api kembali berjalan
Kode etik pegawai negeri sipil`,
  },
  {
    name: 'Malay',
    sentences: `Kerajaan semalam mengumumkan rancangan untuk mempercepatkan urusan di pejabat daerah.
Penjawat awam mesti mengisytiharkan harta mereka sebelum akhir tahun ini.
Wanita masih menerima gaji yang lebih rendah daripada lelaki dalam hampir semua sektor.
Masih belum diketahui bila jadual gaji baharu akan berkuat kuasa.
Setiap guru akan mengikuti latihan selama empat puluh jam pada sesi persekolahan hadapan.
Kakak saya bekerja di pejabat pos berhampiran stesen kereta api.
Siapakah yang akan membayar kos membaiki jambatan yang runtuh itu?
Menurut laporan tersebut, tiga daripada sepuluh permohonan lewat diselesaikan.
Hujan lebat menyebabkan beberapa buah kampung terputus bekalan elektrik.
Penduduk diminta supaya tidak meletakkan kenderaan di hadapan pasar.`,
    titles: `Pembaharuan dalam perkhidmatan awam
Portal baharu perkhidmatan digital untuk syarikat
Kesaksamaan jantina di tempat kerja
Kenaikan gaji minimum mulai tahun hadapan
Kursus latihan untuk kakitangan kerajaan
Cara membuat temu janji di kaunter
Datuk bandar ditahan kerana menerima rasuah
Keputusan tinjauan pendapat tahunan
Kereta api beroperasi semula
Tatakelakuan pegawai majlis perbandaran`,
  },
  {
    name: 'Tagalog',
    sentences: `Inilahad kahapon ng pamahalaan ang plano upang mapabilis ang serbisyo sa mga munisipyo.
Kailangang ipahayag ng mga kawani ng gobyerno ang kanilang ari-arian bago matapos ang taon.
Mas mababa pa rin ang sahod ng mga babae kaysa sa mga lalaki sa halos lahat ng trabaho.
Hindi pa alam kung kailan ipatutupad ang bagong talahanayan ng sahod.
Bawat guro ay tatanggap ng apatnapung oras ng pagsasanay sa susunod na taon.
Nagtatrabaho ang ate ko sa isang tanggapan ng koreo malapit sa istasyon.
Sino ang magbabayad sa pagkukumpuni ng tulay na gumuho noong isang buwan?
Ayon sa ulat, tatlo sa bawat sampung papeles ang nahuhuli.
Dahil sa ulan, nawalan ng kuryente ang ilang baryo sa bundok.
Hinihiling sa mga residente na huwag pumarada sa harap ng palengke.`,
    titles: `Reporma sa serbisyo publiko
Bagong serbisyong digital para sa mga negosyo
Pagkakapantay ng kasarian sa trabaho
Dagdag sa pinakamababang sahod
Pagsasanay para sa mga kawani ng gobyerno
Paano kumuha ng iskedyul sa munisipyo
Alkalde, dinakip dahil sa suhol
Resulta ng taunang pagsusuri
Muling tumatakbo ang tren
Mga tuntunin ng asal ng mga kawani`,
  },
];
