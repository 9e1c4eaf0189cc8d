"""Training of paralign's bundled sentence model, step by step (see ../README.md)."""

import os

# OpenBLAS 0.3.21 takes some virtual machines with AVX-512 for a 2004 Pentium, and is then eight times slower.
# It reads this variable when it is loaded, so before numpy.
if "OPENBLAS_CORETYPE" not in os.environ and os.path.exists("/proc/cpuinfo"):
    with open("/proc/cpuinfo", encoding="ascii", errors="replace") as _cpu:
        _flags = _cpu.read()
    if "avx512bw" in _flags:
        os.environ["OPENBLAS_CORETYPE"] = "SKYLAKEX"
    elif "avx2" in _flags:
        os.environ["OPENBLAS_CORETYPE"] = "HASWELL"
