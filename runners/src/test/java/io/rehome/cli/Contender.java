package io.rehome.cli;

import io.rehome.testdata.servers.Database;

/**
 * Something that copies the notices into an empty table.
 *
 * @param name as the table of the bench calls it
 * @param maps whether the copy is what our plan makes of the rows, so that it must be equal
 */
record Contender(String name, boolean maps, Start start) {

  /** How it is started, when all that it needs is there. */
  interface Start {
    Costs.Beginning into(Database target) throws Exception;
  }
}
