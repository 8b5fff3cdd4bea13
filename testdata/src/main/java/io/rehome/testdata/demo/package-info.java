/**
 * The demo: the legacy marketplace "Pets &amp; Paws", the platform that it moves to, the plan of
 * the move and what must come out of it. Knows both databases; knows no part of the product but the
 * model, for the sample of a mapper.
 */
@NullMarked
package io.rehome.testdata.demo;

import org.jspecify.annotations.NullMarked;
