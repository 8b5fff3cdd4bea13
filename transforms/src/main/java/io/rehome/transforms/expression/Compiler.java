package io.rehome.transforms.expression;

import io.rehome.transforms.expression.NamedFunction.Fixed;
import io.rehome.transforms.expression.Terms.Operand;
import io.rehome.transforms.expression.Terms.Operator;
import io.rehome.transforms.expression.Terms.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.jexl3.parser.*;

/**
 * Turns JEXL's tree into terms. It knows a list of node kinds and refuses all others: there is no
 * call of a method, no access to a property, no assignment, no loop and no new object.
 */
final class Compiler {
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

  private final String text;
  private final Mentions mentions = new Mentions();
  private final List<ExpressionProblem> problems = new ArrayList<>();

  Compiler(String text) {
    this.text = text;
  }

  Term compile() throws ExpressionRefused {
    Term term = term(Syntax.tree(text));
    if (!problems.isEmpty()) {
      throw new ExpressionRefused(problems);
    }
    return term;
  }

  Mentions mentions() {
    return mentions;
  }

  Term term(JexlNode node) {
    Grammar.Rule rule = Grammar.RULES.get(node.getClass());
    return rule == null ? refuse(node) : rule.compile(this, node);
  }

  Term fold(JexlNode node, Operator operator) {
    Place place = place(node);
    Term left = term(node.jjtGetChild(0));
    String name = Nodes.names(node.jjtGetChild(0));
    for (int i = 1; i < node.jjtGetNumChildren(); i++) {
      left =
          new Terms.Binary(new Operand(left, name), operand(node.jjtGetChild(i)), operator, place);
      name = Nodes.names(node);
    }
    return left;
  }

  Term same(JexlNode node) {
    return new Terms.Same(term(node.jjtGetChild(0)), term(node.jjtGetChild(1)), place(node));
  }

  Term not(Term condition, JexlNode node) {
    return new Terms.Not(new Operand(condition, Nodes.names(node)), place(node));
  }

  Term among(JexlNode node) {
    JexlNode list = node.jjtGetChild(1);
    if (!(list instanceof ASTArrayLiteral)) {
      return refuse(node, "=~ and !~ want a list: =~ ['a', 'b']", "for a pattern: matches(x, '…')");
    }
    List<Term> members = Nodes.children(list).stream().map(this::term).toList();
    return new Terms.Among(term(node.jjtGetChild(0)), members, place(node));
  }

  Term choice(JexlNode node) {
    if (node.jjtGetNumChildren() != 3) {
      return refuse(node, "?: is not known here", "use ?? or coalesce(a, b)");
    }
    return new Terms.Choice(
        operand(node.jjtGetChild(0)),
        term(node.jjtGetChild(1)),
        term(node.jjtGetChild(2)),
        place(node));
  }

  Term number(ASTNumberLiteral node) {
    Matcher written = NUMBER.matcher(Syntax.rest(text, node.getLine(), node.getColumn()));
    boolean plain = written.lookingAt() && isWhole(written.group(), node);
    if (!plain) {
      return refuse(node, "numbers are written in plain decimal digits", "7, 0.5 or 1e3");
    }
    return new Terms.Constant(new BigDecimal(written.group()));
  }

  /** Whether JEXL took these digits, all of them and as decimal ones: 010 is 8 to it. */
  private static boolean isWhole(String digits, ASTNumberLiteral node) {
    return new BigDecimal(digits).doubleValue() == node.getLiteral().doubleValue();
  }

  Term column(String name, JexlNode node) {
    mentions.column(Nodes.mention(name, node));
    return new Terms.Column(name);
  }

  Term call(JexlNode node) {
    ASTIdentifier identifier = (ASTIdentifier) node.jjtGetChild(0);
    String name = identifier.getName();
    if (identifier.getClass() != ASTIdentifier.class) {
      return refuse(node, "functions have no namespace: " + name, "");
    }
    Optional<NamedFunction> function = Functions.named(name);
    if (function.isEmpty()) {
      String hint = NearestName.hint(name, Functions.names());
      return refuse(node, "unknown function \"" + name + "\"", hint);
    }
    return call(function.get(), node, Nodes.children(node.jjtGetChild(1)));
  }

  Term call(NamedFunction function, JexlNode node, List<JexlNode> arguments) {
    if (!function.takes(arguments.size())) {
      String what = function.name() + " does not take " + arguments.size() + " arguments";
      return refuse(node, what, function.signature());
    }
    return switch (function.name()) {
      case SpecialForms.COL ->
          Nodes.literal(arguments.get(0))
              .map(name -> column(name, node))
              .orElseGet(() -> unnamed(node));
      case SpecialForms.FOUND -> found(node, arguments);
      case SpecialForms.LOOKUP ->
          refuse(node, "say which column of the lookup", "lookup('name', key).column");
      case SpecialForms.ROW -> refuse(node, "say which column of the row", "row()['name']");
      default -> plainCall(function, node, arguments);
    };
  }

  private Term plainCall(NamedFunction function, JexlNode node, List<JexlNode> arguments) {
    for (Fixed fixed : function.fixed()) {
      if (fixed.index() < arguments.size()) {
        check(function, fixed, arguments.get(fixed.index()));
      }
    }
    List<Term> terms = arguments.stream().map(this::term).toList();
    return new Terms.Call(function, terms, place(node));
  }

  private void check(NamedFunction function, Fixed fixed, JexlNode argument) {
    String parameter = function.parameters().get(fixed.index()).replaceAll("[\\[\\]]", "");
    Optional<String> written = Nodes.literal(argument);
    if (written.isEmpty()) {
      refuse(argument, "the " + parameter + " of " + function.name() + " is written in quotes", "");
      return;
    }
    fixed.form().problem(written.get()).ifPresent(problem -> refuse(argument, problem, ""));
  }

  Term part(JexlNode node) {
    JexlNode base = node.jjtGetChild(0);
    Optional<String> part = node.jjtGetNumChildren() == 2 ? accessed(node) : Optional.empty();
    if (part.isEmpty() || !(base instanceof ASTFunctionNode)) {
      return refuse(node, "a value has no parts and no methods", "");
    }
    String function = ((ASTIdentifier) base.jjtGetChild(0)).getName();
    List<JexlNode> arguments = Nodes.children(base.jjtGetChild(1));
    if (function.equals(SpecialForms.ROW) && arguments.isEmpty()) {
      return column(part.get(), node.jjtGetChild(1));
    }
    if (function.equals(SpecialForms.LOOKUP) && arguments.size() == 2) {
      return lookup(base, arguments, accessed(part.get(), base));
    }
    return refuse(node, "a value has no parts and no methods", "");
  }

  private Term lookup(JexlNode node, List<JexlNode> arguments, Mention column) {
    Optional<String> name = Nodes.literal(arguments.get(0));
    if (name.isEmpty()) {
      return unnamed(node);
    }
    mentions.lookup(new LookupMention(Nodes.mention(name.get(), node), Optional.of(column)));
    return new Terms.LookedUp(name.get(), term(arguments.get(1)), column.name(), place(node));
  }

  private Term found(JexlNode node, List<JexlNode> arguments) {
    Optional<String> name = Nodes.literal(arguments.get(0));
    if (name.isEmpty()) {
      return unnamed(node);
    }
    mentions.lookup(new LookupMention(Nodes.mention(name.get(), node), Optional.empty()));
    return new Terms.Found(name.get(), term(arguments.get(1)));
  }

  /** Where a column of a lookup is named; JEXL does not keep the place. */
  private Mention accessed(String part, JexlNode base) {
    Mention start = Nodes.mention(part, base);
    String line = Syntax.rest(text, start.line(), start.column()).lines().findFirst().orElse("");
    int dot = line.indexOf("." + part);
    return dot < 0 ? start : new Mention(part, start.line(), start.column() + dot + 1);
  }

  private static Optional<String> accessed(JexlNode node) {
    JexlNode access = node.jjtGetChild(1);
    if (access.getClass() == ASTIdentifierAccess.class) {
      return Optional.of(((ASTIdentifierAccess) access).getName());
    }
    return access instanceof ASTArrayAccess && access.jjtGetNumChildren() == 1
        ? Nodes.literal(access.jjtGetChild(0))
        : Optional.empty();
  }

  private Term unnamed(JexlNode node) {
    return refuse(node, "the name is written in quotes", "");
  }

  List<Operand> operands(JexlNode node) {
    return Nodes.children(node).stream().map(this::operand).toList();
  }

  Operand operand(JexlNode node) {
    return new Operand(term(node), Nodes.names(node));
  }

  Place place(JexlNode node) {
    JexlNode first = Nodes.first(node);
    return new Place(first.getLine(), first.getColumn(), text);
  }

  private Term refuse(JexlNode node) {
    String kind =
        node.getClass().getSimpleName().replaceFirst("^AST", "").replaceFirst("Node$", "");
    return refuse(node, "not allowed in an expression: " + Kinds.named(kind), Kinds.hint(kind));
  }

  private Term refuse(JexlNode node, String what, String hint) {
    JexlNode first = Nodes.first(node);
    int line = Math.max(1, first.getLine());
    problems.add(new ExpressionProblem(line, Math.max(1, first.getColumn()), what, hint));
    return new Terms.Constant(null);
  }
}
