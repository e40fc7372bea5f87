#!/usr/bin/env python3
"""Writes the embedded data sets from Debian's packages; standard library only.

usage: embed-data.py FASHION_MNIST_FOLDER DIABETES_FOLDER OUTPUT_FOLDER

  FASHION_MNIST_FOLDER  of package dataset-fashion-mnist: /usr/share/datasets/fashion-mnist
  DIABETES_FOLDER       of package python3-sklearn:
                        /usr/lib/python3/dist-packages/sklearn/datasets/data
  OUTPUT_FOLDER         src/main/resources/peekbench/data

fashion-mnist-sample.zip holds four idx files: of each class the first 600 training and the first 100 test images, in the
order of the original files. lipids.csv holds the 442 patients of Efron et al. 2004 in the units of measurement.
Running it again gives the same bytes.
"""
import gzip
import struct
import sys
import zipfile
from pathlib import Path

PER_CLASS = {"train": 600, "t10k": 100}
CLASSES = 10
COLUMNS = ["age", "sex", "bmi", "bp", "tc", "ldl", "hdl", "tch", "ltg", "glu"]


def entry(archive, name, content):
    info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, content, compresslevel=9)


def sample_part(folder, part):
    images = gzip.decompress((folder / f"{part}-images-idx3-ubyte.gz").read_bytes())
    labels = gzip.decompress((folder / f"{part}-labels-idx1-ubyte.gz").read_bytes())[8:]
    _, _, height, width = struct.unpack(">4i", images[:16])
    size = height * width
    taken, chosen = [0] * CLASSES, []
    for index, label in enumerate(labels):
        if taken[label] < PER_CLASS[part]:
            taken[label] += 1
            chosen.append(index)
    pixels = b"".join(images[16 + i * size:16 + (i + 1) * size] for i in chosen)
    return (struct.pack(">4i", 0x803, len(chosen), height, width) + pixels,
            struct.pack(">2i", 0x801, len(chosen)) + bytes(labels[i] for i in chosen))


def fashion_mnist(folder, output):
    with zipfile.ZipFile(output / "fashion-mnist-sample.zip", "w") as archive:
        for part in PER_CLASS:
            images, labels = sample_part(folder, part)
            entry(archive, f"{part}-images-idx3-ubyte", images)
            entry(archive, f"{part}-labels-idx1-ubyte", labels)


def lipids(folder, output):
    rows = gzip.decompress((folder / "diabetes_data_raw.csv.gz").read_bytes()).decode().split("\n")
    progression = gzip.decompress((folder / "diabetes_target.csv.gz").read_bytes()).decode().split("\n")
    lines = [",".join(COLUMNS + ["progression"])]
    for row, target in zip(rows, progression):
        if row.strip():
            lines.append(",".join(f"{float(v):g}" for v in row.split() + [target]))
    (output / "lipids.csv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    fashion_mnist(Path(sys.argv[1]), Path(sys.argv[3]))
    lipids(Path(sys.argv[2]), Path(sys.argv[3]))
