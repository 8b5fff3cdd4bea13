package io.rehome.transforms.expression;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ExpressionRefusedTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "lowr(x) | 1:1 unknown function \"lowr\" (did you mean \"lower\"?)",
        "trim(lowr(x)) | 1:6 unknown function \"lowr\" (did you mean \"lower\"?)",
        "lower(x | 1:7 the expression ends too early, after \"x\" ()",
        "1 + | 1:3 the expression ends too early, after \"+\" ()",
        "a b | 1:3 not understood: \"b\" ()",
        "size | 1:1 \"size\" is not understood here (it is a word of the language: write a column as col('size'))",
        "left(x) | 1:1 left does not take 1 arguments (left(text, length))",
        "lookup('c', x) | 1:1 say which column of the lookup (lookup('name', key).column)",
        "lookup(c, x).y | 1:1 the name is written in quotes ()",
        "col(x) | 1:1 the name is written in quotes ()",
        "matches(x, '(') | 1:12 not a regular expression (RE2): error parsing regexp: missing closing ): `(` ()",
        "matches(x, y) | 1:12 the pattern of matches is written in quotes ()",
        "atZone(x, 'London') | 1:11 unknown time zone \"London\" ()",
        "date(x, 'YYYY-foo') | 1:9 not a date pattern: Unknown pattern letter: f ()",
        "x ?: 1 | 1:1 ?: is not known here (use ?? or coalesce(a, b))",
        "empty x | 1:7 not allowed in an expression: empty function (write isBlank(x))",
        "x.y | 1:1 a value has no parts and no methods ()",
        "010 + 1 | 1:1 numbers are written in plain decimal digits (7, 0.5 or 1e3)",
        "0x1f | 1:1 numbers are written in plain decimal digits (7, 0.5 or 1e3)",
        "x =~ '[a-z]+' | 1:1 =~ and !~ want a list: =~ ['a', 'b'] (for a pattern: matches(x, '…'))",
      })
  void saysWhereAndWhatAndTheLikelyFix(String text, String expected) {
    ExpressionRefused refused = assertThrows(ExpressionRefused.class, () -> Expression.parse(text));

    assertThat(
        refused.problems().stream().map(ExpressionRefusedTest::shown).toList(), contains(expected));
  }

  @Test
  void tellsAllProblemsAtOnce() {
    ExpressionRefused refused =
        assertThrows(
            ExpressionRefused.class, () -> Expression.parse("join(' ',\n  uper(a), b.c, lowr(d))"));

    assertThat(
        refused.problems().stream().map(ExpressionRefusedTest::shown).toList(),
        contains(
            "2:3 unknown function \"uper\" (did you mean \"upper\"?)",
            "2:12 a value has no parts and no methods ()",
            "2:17 unknown function \"lowr\" (did you mean \"lower\"?)"));
  }

  static Stream<String> attacks() {
    return Stream.of(
        "''.getClass()",
        "''.class",
        "x.class.forName('java.lang.Runtime')",
        "''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')",
        "x['class']",
        "x.'class'",
        "row()['x'].getClass()",
        "lookup('c', x).y.getClass()",
        "lower(x).wait()",
        "lower(x).notify()",
        "x.wait(100000)",
        "new('java.lang.ProcessBuilder', 'id')",
        "new java.io.File('/')",
        "java.lang.System.exit(1)",
        "System.exit(1)",
        "Runtime.getRuntime()",
        "T(java.lang.Runtime)",
        "for (a : [1]) { a }",
        "while (true) {}",
        "do {} while (true)",
        "var a = 1",
        "let a = 1",
        "a = 1",
        "a += 1",
        "a++",
        "x.y = 1",
        "() -> 1",
        "x -> x",
        "x => x",
        "function(a) { a }",
        "#pragma jexl.import java.lang",
        "@synchronized(x) { 1 }",
        "`${x.class}`",
        "x; y",
        "{ 1 }",
        "{ 'a': 1 }",
        "{ 'a', 'b' }",
        "[1, 2].size()",
        "[1, 2]",
        "1 .. 1000000000",
        "[1 .. 1000000000]",
        "'x'.repeat(400000000)",
        "''.format('%2000000000d', 1)",
        "'a'.getBytes()",
        "lower.getClass()",
        "lower:getClass()",
        "f:lower(x)",
        "size(x)",
        "x instanceof 'java.lang.String'",
        "x =~ '(a+)+$'",
        "x =~ ~/(a+)+$/",
        "return x",
        "break",
        "throw x",
        "try { 1 } catch (e) { 2 }",
        "if (true) 1 else 2",
        "switch (x) { case 1: 2 }",
        "1 << 100000",
        "~1",
        "5 & 3",
        "this.class",
        "x?.class",
        "a.b.c.d",
        "$0.class",
        "import('java.lang.Runtime')",
        "!".repeat(3000) + "x",
        "(".repeat(1900) + "x" + ")".repeat(1900),
        "lower(".repeat(600) + "x" + ")".repeat(600),
        "[".repeat(1900) + "]".repeat(1900),
        "-".repeat(3999) + "1",
        "- ".repeat(1900) + "1",
        "x ?? ".repeat(790) + "x",
        "true ? 1 : ".repeat(350) + "1",
        "x".repeat(5000),
        "lower('" + "x".repeat(1_000_000) + "')",
        "9".repeat(3999) + "9999");
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void refusesWhateverIsNotOnTheList(String attack) {
    ExpressionRefused refused =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5),
            () -> assertThrows(ExpressionRefused.class, () -> Expression.parse(attack).columns()));

    assertThat(refused.problems(), is(not(empty())));
  }

  @Test
  void aPatternThatWouldBacktrackForEverAnswersAtOnce() throws Exception {
    GivenRecord record = new GivenRecord().with("x", "a".repeat(50_000) + "!");

    Object matches =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5), () -> record.evaluate("matches(x, '(a+)+$')"));

    assertThat(matches, is(false));
  }

  @Test
  void aTextThatWouldFillTheMemoryIsRejectedBeforeItIsMade() {
    GivenRecord record = new GivenRecord().with("x", "x".repeat(1_000_000));

    Rejected.expect(
        () -> record.evaluate("replace(x, 'x', x)"),
        "EXPRESSION",
        "the text would have more than 16000000 characters (at 1:1 of replace(x, 'x', x))");
  }

  private static String shown(ExpressionProblem problem) {
    return problem.line()
        + ":"
        + problem.column()
        + " "
        + problem.what()
        + " ("
        + problem.hint()
        + ")";
  }
}
