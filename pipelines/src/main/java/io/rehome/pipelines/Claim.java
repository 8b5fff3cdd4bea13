package io.rehome.pipelines;

import io.rehome.model.Fingerprint;

/** A unique value that a record claims: the fields that hold it, by comma, and its fingerprint. */
record Claim(String field, Fingerprint value) {}
