/**
 * Plain ways to copy the notices from one database to another, each a process of its own, for the
 * bench to run beside Rehome. Knows the two tables; knows nothing of the product.
 */
@NullMarked
package io.rehome.testdata.peers;

import org.jspecify.annotations.NullMarked;
