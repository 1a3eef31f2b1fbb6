"""The encoder in torch, for adapting it: the same arithmetic as graph.py, in float32 or bfloat16, on padded batches."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from weights import Encoder

PARTS = ("q", "k", "v", "ao", "fi", "fo")


class TorchEncoder(nn.Module):
    """All layers can learn; word embeddings stay as they are, so that they can stay in 4 bits."""

    def __init__(self, encoder: Encoder, dropout: float):
        super().__init__()
        self.heads, self.epsilon, self.layers, self.dropout = encoder.heads, encoder.epsilon, encoder.layers, dropout
        self.register_buffer("words", torch.from_numpy(encoder.words.dequantise()))
        names = [name for name in encoder.tensors if name != "emb.type"]
        values = {name: encoder.tensors[name].copy() for name in names}
        values["emb.pos"] = encoder.tensors["emb.pos"] + encoder.tensors["emb.type"][0]
        self.tensors = nn.ParameterDict({name.replace(".", "_"): nn.Parameter(torch.from_numpy(value)) for name, value in values.items()})

    def get(self, name: str) -> Tensor:
        return self.tensors[name.replace(".", "_")]

    def _norm(self, states: Tensor, name: str) -> Tensor:
        return functional.layer_norm(states, states.shape[-1:], self.get(f"{name}.w"), self.get(f"{name}.b"), self.epsilon)

    def _linear(self, states: Tensor, name: str) -> Tensor:
        return functional.linear(states, self.get(f"{name}.w"), self.get(f"{name}.b"))

    def _drop(self, states: Tensor) -> Tensor:
        return functional.dropout(states, self.dropout, self.training)

    def _layer(self, states: Tensor, mask: Tensor, layer: str) -> Tensor:
        batch, tokens, hidden = states.shape
        query, key, value = (self._linear(states, f"{layer}.{part}").view(batch, tokens, self.heads, -1).transpose(1, 2) for part in "qkv")
        # Written out: on processors the backward pass of torch's fused attention takes longer than all the rest.
        scores = query @ key.transpose(2, 3) * (query.shape[-1] ** -0.5) + mask
        context = (scores.softmax(dim=-1).to(value.dtype) @ value).transpose(1, 2).reshape(batch, tokens, hidden)
        states = self._norm(states + self._drop(self._linear(context, f"{layer}.ao")), f"{layer}.aln")
        inner = functional.gelu(self._linear(states, f"{layer}.fi"))
        return self._norm(states + self._drop(self._linear(inner, f"{layer}.fo")), f"{layer}.oln")

    def forward(self, ids: Tensor, real: Tensor) -> Tensor:
        """ids int64 [batch, tokens], real bool [batch, tokens] → token states [batch, tokens, hidden]."""
        states = self._drop(self._norm(self.words[ids] + self.get("emb.pos")[: ids.shape[1]], "emb.ln"))
        mask = torch.zeros(real.shape).masked_fill(~real, -1e4)[:, None, None, :].to(torch.bfloat16 if torch.is_autocast_enabled("cpu") else torch.float32)
        for layer in range(self.layers):
            states = self._layer(states, mask, f"l{layer}")
        return states

    def numpy(self) -> dict[str, np.ndarray]:
        """The learnt tensors under the names of weights.Encoder; the token-type row is part of the positions."""
        tensors = {name.replace("_", "."): value.detach().float().numpy().copy() for name, value in self.tensors.items()}
        tensors["emb.type"] = np.zeros((2, self.words.shape[1]), np.float32)
        return tensors


def pool(states: Tensor, weights: Tensor) -> Tensor:
    """states [batch, tokens, hidden], span weights [batch, spans, tokens] → unit vectors [batch, spans, hidden]."""
    return functional.normalize(torch.bmm(weights.to(states.dtype), states).float(), dim=-1)
