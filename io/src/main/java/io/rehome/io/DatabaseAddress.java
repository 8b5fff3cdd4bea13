package io.rehome.io;

import java.io.Serializable;

/** Where a database is and how to sign in. The URL holds no user and no password. */
public record DatabaseAddress(String jdbc, Account user, Secret password) implements Serializable {}
