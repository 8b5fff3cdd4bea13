package io.rehome.transforms.expression;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.jexl3.parser.ASTFunctionNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.JexlNode;

/** Reads JEXL's nodes. */
final class Nodes {
  private Nodes() {}

  /** Whether a tree has more levels than these. Goes level by level, so that no stack overflows. */
  static boolean isDeeperThan(int levels, JexlNode tree) {
    List<JexlNode> level = List.of(tree);
    for (int depth = 0; depth < levels && !level.isEmpty(); depth++) {
      level = level.stream().flatMap(node -> children(node).stream()).toList();
    }
    return !level.isEmpty();
  }

  /** The columns below a node, for a message that says what was NULL. */
  static String names(JexlNode node) {
    Set<String> names = new TreeSet<>();
    collect(node, names);
    return names.isEmpty() ? "a part without columns" : String.join(" or ", names);
  }

  private static void collect(JexlNode node, Set<String> names) {
    if (node.getClass() == ASTIdentifier.class) {
      names.add(((ASTIdentifier) node).getName());
    }
    boolean isCall = node instanceof ASTFunctionNode;
    children(node).stream().skip(isCall ? 1 : 0).forEach(child -> collect(child, names));
  }

  static List<JexlNode> children(JexlNode node) {
    return IntStream.range(0, node.jjtGetNumChildren()).mapToObj(node::jjtGetChild).toList();
  }

  /** The leaf with which a node's text starts. */
  static JexlNode first(JexlNode node) {
    JexlNode first = node;
    while (first.jjtGetNumChildren() > 0) {
      first = first.jjtGetChild(0);
    }
    return first;
  }

  static Mention mention(String name, JexlNode node) {
    return new Mention(name, first(node).getLine(), first(node).getColumn());
  }

  /** The text of a literal. */
  static Optional<String> literal(JexlNode node) {
    return node instanceof ASTStringLiteral literal
        ? Optional.of(literal.getLiteral())
        : Optional.empty();
  }
}
