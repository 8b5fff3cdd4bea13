package io.rehome.plan;

import io.rehome.plan.YamlNode.Entry;
import io.rehome.plan.YamlNode.Scalar;
import io.rehome.plan.shape.PlanShape;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a plan's file and looks at all that the file alone shows; no database is needed. Everything
 * that is wrong is told at once.
 */
public final class PlanReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");

  private final Path file;
  private final Secrets secrets;
  private final Problems problems = new Problems();

  private PlanReader(Path file, Secrets secrets) {
    this.file = file;
    this.secrets = secrets;
  }

  /**
   * Reads a plan. Paths in it are relative to its folder.
   *
   * @throws PlanRefused with all problems, where there is one
   */
  public static Plan read(Path file, Secrets secrets) throws PlanRefused {
    return new PlanReader(file, secrets).read();
  }

  private Plan read() throws PlanRefused {
    YamlTree.Content content = YamlTree.of(file.toString(), text(), problems);
    problems.refuse();
    Plan plan = plan(content);
    new PlanSense(plan, problems).examine();
    problems.refuse();
    return plan;
  }

  private String text() throws PlanRefused {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw unreadable("the file is not UTF-8");
    } catch (IOException e) {
      throw unreadable("the file cannot be read");
    }
  }

  private PlanRefused unreadable(String what) {
    Where top = new Where(file.toString(), 1, 1, "");
    return new PlanRefused(List.of(new PlanProblem(top, what, "")));
  }

  private Plan plan(YamlTree.Content content) {
    Section top = Section.of(content.top(), PlanShape.class, problems);
    AddressReader addresses = new AddressReader(problems, secrets);
    return new Plan(
        marketplace(top),
        addresses.source(top.section("source", PlanShape.Source.class)),
        addresses.target(top.section("target", PlanShape.Target.class)),
        addresses.store(top.section("store", PlanShape.Store.class)),
        lookups(top),
        entities(top),
        assertions(top),
        content.positions());
  }

  private String marketplace(Section top) {
    String name = top.text("marketplace");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      top.problem("marketplace", "is no name", "letters, digits, - and _, at most 63");
    }
    return name;
  }

  private List<LookupPlan> lookups(Section top) {
    LookupReader reader = new LookupReader(file.toAbsolutePath().getParent(), problems);
    return named(top.named("lookups")).stream()
        .flatMap(lookup -> reader.read(lookup.getKey(), lookup.getValue().value()).stream())
        .toList();
  }

  private List<EntityPlan> entities(Section top) {
    if (top.has("entities") && top.named("entities").isEmpty()) {
      top.problem("entities", "names no entity", "");
    }
    EntityReader reader = new EntityReader(problems);
    return named(top.named("entities")).stream()
        .map(entity -> reader.read(entity.getKey(), entity.getValue().value()))
        .toList();
  }

  /** Entries whose keys are names; the others are problems. */
  private List<Map.Entry<String, Entry>> named(Map<String, Entry> entries) {
    entries.forEach(
        (name, entry) -> {
          if (!NAME.matcher(name).matches()) {
            problems.add(
                entry.key(), "\"" + name + "\" is no name", "letters, digits, - and _, at most 63");
          }
        });
    return List.copyOf(entries.entrySet());
  }

  private List<Assertion> assertions(Section top) {
    return top.items("assert").stream()
        .map(item -> Section.of(item, PlanShape.Assertion.class, problems))
        .map(item -> new Assertion(item.text("source"), item.text("target")))
        .toList();
  }

  /** The literal at a node. */
  static Literal literal(YamlNode node, Problems problems) {
    if (node instanceof Scalar scalar) {
      return scalar.literal();
    }
    problems.add(node.where(), "expected a single value, not " + node.kind());
    return new Literal("", Literal.Kind.NULL);
  }
}
