package io.rehome.transforms.expression;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.internal.ScriptVisitor;
import org.apache.commons.jexl3.introspection.JexlPermissions;
import org.apache.commons.jexl3.parser.ASTJexlScript;
import org.apache.commons.jexl3.parser.JexlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression's text into JEXL's syntax tree. The engine may see no class, call no method
 * and change nothing; it is used for its parser only.
 */
final class Syntax {
  private static final int LONGEST = 4000;
  private static final int DEEPEST = 200;
  private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*|\\S");
  private static final Pattern PLACE = Pattern.compile("^\\S*@\\d+:\\d+\\s*");

  static final Set<String> RESERVED =
      Set.of(
          "and",
          "or",
          "not",
          "eq",
          "ne",
          "lt",
          "gt",
          "le",
          "ge",
          "div",
          "mod",
          "new",
          "var",
          "let",
          "const",
          "if",
          "else",
          "for",
          "while",
          "do",
          "return",
          "break",
          "continue",
          "function",
          "empty",
          "size",
          "null",
          "true",
          "false",
          "NaN",
          "import",
          "try",
          "catch",
          "finally",
          "throw",
          "switch",
          "case",
          "default",
          "instanceof");

  private static final JexlFeatures FEATURES =
      new JexlFeatures()
          .loops(false)
          .newInstance(false)
          .sideEffect(false)
          .sideEffectGlobal(false)
          .localVar(false)
          .lambda(false)
          .thinArrow(false)
          .fatArrow(false)
          .pragma(false)
          .importPragma(false)
          .namespacePragma(false)
          .annotation(false)
          .script(false);

  private static final JexlEngine ENGINE =
      new JexlBuilder()
          .permissions(JexlPermissions.NONE)
          .features(FEATURES)
          .strict(true)
          .safe(false)
          .silent(false)
          .cache(0)
          .create();

  private Syntax() {}

  /** The tree of an expression. */
  static JexlNode tree(String text) throws ExpressionRefused {
    if (text.isBlank()) {
      throw refused(1, 1, "the expression is empty", "");
    }
    if (text.length() > LONGEST) {
      throw refused(1, 1, "the expression has more than " + LONGEST + " characters", "");
    }
    try {
      return bounded(root(ENGINE.createExpression(new JexlInfo("", 1, 1), text)));
    } catch (JexlException e) {
      throw refused(text, e);
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
  }

  private static JexlNode bounded(JexlNode tree) throws ExpressionRefused {
    if (Nodes.isDeeperThan(DEEPEST, tree)) {
      throw tooDeep();
    }
    return tree;
  }

  private static ExpressionRefused tooDeep() {
    return refused(1, 1, "the expression is too deeply nested", "");
  }

  private static JexlNode root(JexlExpression expression) {
    Root root = new Root();
    root.visitExpression(expression, null);
    if (root.node == null) {
      throw new IllegalStateException("JEXL read an expression without a tree");
    }
    return root.node;
  }

  private static ExpressionRefused refused(String text, JexlException error) {
    JexlInfo info = error.getInfo();
    int line = info == null ? 1 : Math.max(1, info.getLine());
    int column = info == null ? 1 : Math.max(1, info.getColumn());
    if (!(error instanceof JexlException.Parsing) || error instanceof JexlException.Feature) {
      String detail = PLACE.matcher(String.valueOf(error.getMessage())).replaceFirst("");
      return refused(line, column, "not allowed or not understood: " + detail, "");
    }
    return refused(line, column, text);
  }

  private static ExpressionRefused refused(int line, int column, String text) {
    String rest = rest(text, line, column);
    Matcher word = WORD.matcher(rest);
    String near = word.find() ? word.group() : "";
    if (RESERVED.contains(near)) {
      String hint = "it is a word of the language: write a column as col('" + near + "')";
      return refused(line, column, "\"" + near + "\" is not understood here", hint);
    }
    boolean ends = rest.substring(Math.min(rest.length(), near.length())).isBlank();
    String what = ends ? "the expression ends too early, after " : "not understood: ";
    boolean cut = ends && isOpen(text);
    return refused(
        line, column, (cut || !ends ? what : "not understood: ") + "\"" + near + "\"", "");
  }

  /** Whether something must still follow: a parenthesis is open, or the last sign wants a value. */
  private static boolean isOpen(String text) {
    long open = text.chars().filter(c -> c == '(').count();
    long closed = text.chars().filter(c -> c == ')').count();
    String stripped = text.strip();
    return open > closed || "+-*/%?:,=<>!&|".indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
  }

  /** The text from this place on. */
  static String rest(String text, int line, int column) {
    List<String> lines = text.lines().toList();
    if (line > lines.size() || column > lines.get(line - 1).length()) {
      return "";
    }
    String first = lines.get(line - 1).substring(column - 1);
    return String.join("\n", first, String.join("\n", lines.subList(line, lines.size())));
  }

  private static ExpressionRefused refused(int line, int column, String what, String hint) {
    return new ExpressionRefused(List.of(new ExpressionProblem(line, column, what, hint)));
  }

  /** Takes the only statement out of a script. */
  private static final class Root extends ScriptVisitor {
    private @Nullable JexlNode node;

    @Override
    protected @Nullable Object visitNode(JexlNode visited, @Nullable Object data) {
      node = visited instanceof ASTJexlScript ? visited.jjtGetChild(0) : visited;
      return data;
    }
  }
}
