#!/bin/sh
# Print every retrieval figure of the model card:
#   models/training/evaluate.sh models/paralign-small DEV_RETRIEVAL [WORK/held-out.npz]
cd_to=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
PYTHONPATH="$cd_to${PYTHONPATH:+:$PYTHONPATH}" exec "${PYTHON:-/usr/bin/python3}" -m paralign_training.evaluate "$@"
