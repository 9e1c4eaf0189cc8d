#!/bin/sh
# Make the bundled model from the corpora, one command:
#   models/training/train.sh --corpora CORPORA --dev DEV_RETRIEVAL --work WORK --out models/paralign-small
# Debian: apt-get install python3-numpy python3-sentencepiece python3-onnx python3-icu libopenblas0-pthread g++
cd_to=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
PYTHONPATH="$cd_to${PYTHONPATH:+:$PYTHONPATH}" exec "${PYTHON:-/usr/bin/python3}" -m paralign_training "$@"
