package io.rehome.cli;

/** One copy: what it cost, and how many bytes of log PostgreSQL wrote for it. */
record Lap(Costs costs, long logBytes) {}
