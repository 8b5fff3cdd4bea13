/**
 * Real MariaDB and PostgreSQL servers from Maven artifacts, for tests and the demo. Knows
 * processes, ports and data directories; knows nothing of what is kept in the databases.
 */
@NullMarked
package io.rehome.testdata.servers;

import org.jspecify.annotations.NullMarked;
