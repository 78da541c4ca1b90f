"""Benchmarks that print ratios; pytest collects none of them.

python -m tests.bench.pace            speed against the bare parsers, first split, peak memory
python -m tests.bench.bad_input       seconds for bad input of 1, 10 and 100 times the length
python -m tests.bench.imports         what the web process loads before its first request
"""
