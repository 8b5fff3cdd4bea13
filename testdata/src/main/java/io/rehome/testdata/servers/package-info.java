/**
 * Real MariaDB and PostgreSQL servers from Maven artifacts, for tests and the demo. Knows
 * processes, ports and data directories; knows nothing of what is kept in the databases.
 */
package io.rehome.testdata.servers;
