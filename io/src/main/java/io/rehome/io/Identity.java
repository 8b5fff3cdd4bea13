package io.rehome.io;

/**
 * Tells whether two addresses lead to the same database of the same server, whatever their URLs.
 */
public record Identity(String server, String database) {}
