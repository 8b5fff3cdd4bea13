package io.rehome.report;

/** What to do after a run: a command that can be pasted, and why one would. */
public record NextStep(String command, String why) {}
