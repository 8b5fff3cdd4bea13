package io.rehome.pipelines;

import io.rehome.model.Fingerprint;

/** A plan as a run records it: its text, and the fingerprint of its rules. */
public record PlanVersion(String text, Fingerprint rules) {}
