"""Writes the same base model as transformers.js users get it: a float32 export and its dynamic 8-bit quantisation, for test/bench."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertModel

import build
import graph
import parity
import tokenizer as tokenizers
import weights

INPUTS = ("input_ids", "attention_mask", "token_type_ids")
OUTPUT = "last_hidden_state"
OPSET = 17
PAD = 1
MASK = "<mask>"
FLOOR = 0.9999  # cosine of the float32 export with graph.py's float32 graph
CHECKED = [
    "Từ ngày 1 tháng 7, mức lương cơ sở của cán bộ, công chức, viên chức tăng thêm 8 %.",
    "L'agent public qui reçoit un cadeau d'un usager en informe son supérieur dans les trois jours.",
    "Citizens can now renew a passport online; the counter stays open for those who prefer it.",
    "Half of the posts were filled by women.",
]


class TokenStates(nn.Module):
    """Gives the exporter one tensor in place of the model's output object."""

    def __init__(self, model: BertModel):
        super().__init__()
        self.model = model

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        return self.model(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).last_hidden_state


def tensors_of(encoder: weights.Encoder) -> dict[str, np.ndarray]:
    """All tensors under the names of transformers."""
    tensors = {
        "embeddings.word_embeddings.weight": encoder.words.dequantise(),
        "embeddings.position_embeddings.weight": encoder.tensors["emb.pos"],
        "embeddings.token_type_embeddings.weight": encoder.tensors["emb.type"],
        "embeddings.LayerNorm.weight": encoder.tensors["emb.ln.w"],
        "embeddings.LayerNorm.bias": encoder.tensors["emb.ln.b"],
    }
    for layer in range(encoder.layers):
        for ours, theirs in weights.HUGGING_FACE_NAMES.items():
            for end, kind in (("w", "weight"), ("b", "bias")):
                tensors[f"encoder.layer.{layer}.{theirs}.{kind}"] = encoder.tensors[f"l{layer}.{ours}.{end}"]
    return tensors


def bert(encoder: weights.Encoder) -> BertModel:
    """The encoder as a transformers model, with the attention that conversions on the hub were exported with."""
    config = BertConfig(
        architectures=["BertModel"],
        vocab_size=len(encoder.words.integers),
        hidden_size=encoder.hidden,
        num_hidden_layers=encoder.layers,
        num_attention_heads=encoder.heads,
        intermediate_size=len(encoder.tensors["l0.fi.w"]),
        max_position_embeddings=encoder.max_tokens,
        type_vocab_size=len(encoder.tensors["emb.type"]),
        layer_norm_eps=encoder.epsilon,
        pad_token_id=PAD,
        attn_implementation="eager",
    )
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict({name: torch.from_numpy(np.array(value)) for name, value in tensors_of(encoder).items()})
    return model.eval()


def export(model: BertModel, path: Path) -> None:
    ids = torch.full((2, 8), 5)
    axes = {0: "batch_size", 1: "sequence_length"}
    torch.onnx.export(
        TokenStates(model),
        (ids, torch.ones_like(ids), torch.zeros_like(ids)),
        str(path),
        input_names=list(INPUTS),
        output_names=[OUTPUT],
        dynamic_axes={name: axes for name in (*INPUTS, OUTPUT)},
        opset_version=OPSET,
        dynamo=False,  # the exporter that conversions on the hub were made with
    )


def quantise(source: Path, target: Path) -> None:
    """With the settings of the transformers.js conversion script: signed 8-bit weights, one scale a matrix, embeddings too."""
    quantize_dynamic(source, target, weight_type=QuantType.QInt8, extra_options={"EnableSubgraph": True, "MatMulConstBOnly": True})


def peer_tokenizer(encoder: weights.Encoder) -> dict:
    """The whole vocabulary; special tokens are declared, since transformers.js looks up the padding there."""
    described = json.loads(tokenizers.tokenizer_json(encoder.pieces, encoder.scores))
    special = {token: encoder.pieces.index(token) for token in (*weights.SPECIAL_TOKENS, MASK)}
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    described["added_tokens"] = [{"id": index, "content": token, **flags} for token, index in special.items()]
    return described


def tokenizer_config(encoder: weights.Encoder) -> dict:
    start, pad, end, unknown = weights.SPECIAL_TOKENS
    names = {"bos_token": start, "cls_token": start, "eos_token": end, "sep_token": end, "unk_token": unknown, "pad_token": pad, "mask_token": MASK}
    return {"tokenizer_class": "XLMRobertaTokenizer", "model_max_length": encoder.max_tokens, **names}


def embed_padded(path: Path, tokenizer: Tokenizer, texts: list[str]) -> np.ndarray:
    """One padded batch, mean of the real tokens, unit length, as the feature-extraction pipeline does: float32 [texts, hidden]."""
    encodings = [encoding.ids for encoding in tokenizer.encode_batch(texts)]
    ids = np.full((len(texts), max(map(len, encodings))), PAD, np.int64)
    for row, encoding in zip(ids, encodings):
        row[: len(encoding)] = encoding
    mask = (ids != PAD).astype(np.int64)
    run = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    states = run.run([OUTPUT], dict(zip(INPUTS, (ids, mask, np.zeros_like(ids)))))[0]
    vectors = (states * mask[:, :, None]).sum(axis=1)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def check(encoder: weights.Encoder, tokenizer: Tokenizer, exact: Path, quantised: Path) -> None:
    """Prints the lowest cosine of both files with graph.py's float32 graph; exits when the float32 one is below FLOOR."""
    reference = parity.embed(parity.session(graph.build_graph(encoder, None).SerializeToString()), tokenizer, CHECKED, encoder.max_tokens)
    lowest = {path: float(np.sum(embed_padded(path, tokenizer, CHECKED) * reference, axis=1).min()) for path in (exact, quantised)}
    for path, cosine in lowest.items():
        print(f"{path.name}: {path.stat().st_size:,} bytes, cosine with the float32 graph at least {cosine:.5f}")
    if lowest[exact] < FLOOR:
        raise SystemExit(f"{exact}: expected a cosine of at least {FLOOR} with the float32 graph, got {lowest[exact]:.5f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="as for build.py")
    parser.add_argument("--out", type=Path, default=build.HERE.parents[1] / "test/bench/.peers/model")
    options = parser.parse_args()

    encoder, _ = build.read_source(options.source)
    described = json.dumps(peer_tokenizer(encoder), ensure_ascii=False, separators=(",", ":"))
    model = bert(encoder)
    exact, quantised = options.out / "onnx/model.onnx", options.out / "onnx/model_quantized.onnx"
    exact.parent.mkdir(parents=True, exist_ok=True)
    export(model, exact)
    quantise(exact, quantised)
    check(encoder, tokenizers.load(described), exact, quantised)
    (options.out / "tokenizer.json").write_text(described, encoding="utf-8")
    (options.out / "tokenizer_config.json").write_text(json.dumps(tokenizer_config(encoder), indent=2), encoding="utf-8")
    model.config.save_pretrained(options.out)  # last: test/bench takes a folder with a config.json as complete


if __name__ == "__main__":
    main()
