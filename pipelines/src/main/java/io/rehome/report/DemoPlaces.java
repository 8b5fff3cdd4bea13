package io.rehome.report;

/** Where the demo's databases and plan can be looked at: JDBC URLs, and the plan's file. */
public record DemoPlaces(String source, String target, String store, String plan) {}
