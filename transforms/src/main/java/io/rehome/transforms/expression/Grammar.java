package io.rehome.transforms.expression;

import io.rehome.transforms.expression.Terms.Operator;
import io.rehome.transforms.expression.Terms.Sign;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.jexl3.parser.*;

/** The kinds of nodes that the language has, and what becomes of each. All others are refused. */
final class Grammar {
  static final Map<Class<?>, Rule> RULES = rules();

  private Grammar() {}

  /** What the compiler does with a kind of node. */
  @FunctionalInterface
  interface Rule {
    Term compile(Compiler compiler, JexlNode node);
  }

  private static Map<Class<?>, Rule> rules() {
    Map<Class<?>, Rule> rules = new LinkedHashMap<>();
    values(rules);
    signs(rules);
    conditions(rules);
    return Map.copyOf(rules);
  }

  private static void values(Map<Class<?>, Rule> rules) {
    rules.put(ASTStringLiteral.class, (c, n) -> constant(((ASTStringLiteral) n).getLiteral()));
    rules.put(ASTNumberLiteral.class, (c, n) -> c.number((ASTNumberLiteral) n));
    rules.put(ASTTrueNode.class, (c, n) -> constant(true));
    rules.put(ASTFalseNode.class, (c, n) -> constant(false));
    rules.put(ASTNullLiteral.class, (c, n) -> new Terms.Constant(null));
    rules.put(ASTIdentifier.class, (c, n) -> c.column(((ASTIdentifier) n).getName(), n));
    rules.put(ASTReferenceExpression.class, (c, n) -> c.term(n.jjtGetChild(0)));
    rules.put(ASTFunctionNode.class, Compiler::call);
    rules.put(ASTReference.class, Compiler::part);
  }

  private static void signs(Map<Class<?>, Rule> rules) {
    rules.put(ASTAddNode.class, binary(Operators::add));
    rules.put(ASTSubNode.class, binary(Operators::subtract));
    rules.put(ASTMulNode.class, binary(Operators::multiply));
    rules.put(ASTDivNode.class, binary(Operators::divide));
    rules.put(ASTModNode.class, binary(Operators::remainder));
    rules.put(ASTUnaryMinusNode.class, unary(Operators::negate));
    rules.put(ASTUnaryPlusNode.class, unary(Operators::positive));
    rules.put(ASTLTNode.class, binary((a, b) -> Operators.compare(a, b) < 0));
    rules.put(ASTLENode.class, binary((a, b) -> Operators.compare(a, b) <= 0));
    rules.put(ASTGTNode.class, binary((a, b) -> Operators.compare(a, b) > 0));
    rules.put(ASTGENode.class, binary((a, b) -> Operators.compare(a, b) >= 0));
    rules.put(ASTSWNode.class, binary(Operators::startsWith));
    rules.put(ASTEWNode.class, binary(Operators::endsWith));
    rules.put(ASTNSWNode.class, binary((a, b) -> !Operators.startsWith(a, b)));
    rules.put(ASTNEWNode.class, binary((a, b) -> !Operators.endsWith(a, b)));
  }

  private static void conditions(Map<Class<?>, Rule> rules) {
    rules.put(ASTEQNode.class, Compiler::same);
    rules.put(ASTNENode.class, (c, n) -> c.not(c.same(n), n));
    rules.put(ASTERNode.class, Compiler::among);
    rules.put(ASTNRNode.class, (c, n) -> c.not(c.among(n), n));
    rules.put(ASTAndNode.class, (c, n) -> new Terms.All(c.operands(n), c.place(n)));
    rules.put(ASTOrNode.class, (c, n) -> new Terms.Any(c.operands(n), c.place(n)));
    rules.put(ASTNotNode.class, (c, n) -> new Terms.Not(c.operand(n.jjtGetChild(0)), c.place(n)));
    rules.put(ASTTernaryNode.class, Compiler::choice);
    rules.put(
        ASTNullpNode.class,
        (c, n) -> new Terms.Else(c.term(n.jjtGetChild(0)), c.term(n.jjtGetChild(1))));
  }

  private static Rule binary(Operator operator) {
    return (compiler, node) -> compiler.fold(node, operator);
  }

  private static Rule unary(Sign sign) {
    return (compiler, node) ->
        new Terms.Unary(compiler.operand(node.jjtGetChild(0)), sign, compiler.place(node));
  }

  private static Term constant(Object value) {
    return new Terms.Constant(value);
  }
}
