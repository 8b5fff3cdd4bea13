package io.rehome.cli;

import io.rehome.testdata.servers.Database;
import java.nio.file.Path;
import java.util.List;

/**
 * A move to empty databases, ready to begin.
 *
 * @param arguments the command line of its NORMAL run
 * @param exit how that ends
 * @param copies a database with the target's tables, empty
 * @param tables parents before children
 */
record Removal(
    Path folder,
    List<String> arguments,
    int exit,
    Database target,
    Database copies,
    List<String> tables) {}
