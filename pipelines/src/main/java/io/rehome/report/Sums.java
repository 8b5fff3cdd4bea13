package io.rehome.report;

import io.rehome.io.Book;
import java.util.List;
import java.util.function.ToLongFunction;

/** The sums of several books. */
public record Sums(
    long read,
    long loaded,
    long unchanged,
    long rejected,
    long skipped,
    long merged,
    long gone,
    long pending) {

  /** The sums of these books. */
  public static Sums of(List<Book> books) {
    return new Sums(
        sum(books, Book::read),
        sum(books, Book::loaded),
        sum(books, Book::unchanged),
        sum(books, Book::rejected),
        sum(books, Book::skipped),
        sum(books, Book::merged),
        sum(books, Book::gone),
        sum(books, Book::pending));
  }

  private static long sum(List<Book> books, ToLongFunction<Book> part) {
    return books.stream().mapToLong(part).sum();
  }
}
