package io.rehome.plan;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import io.rehome.plan.shape.Forms;
import io.rehome.plan.shape.Key;
import io.rehome.plan.shape.PlanShape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The JSON Schema of a plan, from its shapes: what editors check and complete by. */
final class PlanSchema {
  private static final List<String> ANY_VALUE = List.of("string", "number", "boolean", "null");

  private PlanSchema() {}

  static ObjectNode generated() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS);
    config
        .forFields()
        .withPropertyNameOverrideResolver(PlanSchema::name)
        .withDescriptionResolver(PlanSchema::description)
        .withRequiredCheck(field -> key(field).leftOut().equals("required"));
    config.forTypesInGeneral().withCustomDefinitionProvider(new Definitions());
    ObjectNode schema = new SchemaGenerator(config.build()).generateSchema(PlanShape.class);
    return schema.put("title", "A plan of Rehome");
  }

  private static String name(FieldScope field) {
    String name = key(field).name();
    return name.isEmpty() ? field.getDeclaredName() : name;
  }

  private static String description(FieldScope field) {
    Key key = key(field);
    boolean required = key.leftOut().equals("required");
    String leftOut = required ? "Required." : "Left out: " + key.leftOut() + ".";
    return key.does() + " Written as " + key.form() + ". " + leftOut + " Example: " + key.example();
  }

  private static Key key(FieldScope field) {
    return Arrays.stream(field.getDeclaringType().getErasedType().getRecordComponents())
        .filter(component -> component.getName().equals(field.getDeclaredName()))
        .map(Key.Names::key)
        .findFirst()
        .orElseThrow();
  }

  /** The forms that are no plain records. */
  private static final class Definitions implements CustomDefinitionProviderV2 {
    @Override
    public CustomDefinition provideCustomSchemaDefinition(
        ResolvedType type, SchemaGenerationContext context) {
      Class<?> form = type.getErasedType();
      ObjectNode node = context.getGeneratorConfig().createObjectNode();
      if (form.isAnnotationPresent(Forms.ShortForm.class)) {
        return orShort(type, context, node);
      }
      if (form == Map.class) {
        return map(type.getTypeParameters().get(1), context, node);
      }
      return form.getDeclaringClass() == Forms.class ? inline(form, node) : null;
    }

    private CustomDefinition orShort(
        ResolvedType type, SchemaGenerationContext context, ObjectNode node) {
      Forms.ShortForm shortForm = type.getErasedType().getAnnotation(Forms.ShortForm.class);
      ArrayNode forms = node.putArray("anyOf");
      boolean word = shortForm.words().length > 0;
      ObjectNode first = forms.addObject().put("description", shortForm.value());
      if (word) {
        words(first, Set.of(shortForm.words()));
      } else {
        anyValue(first);
      }
      if (type.getErasedType().getRecordComponents().length > 0) {
        forms.add(context.createStandardDefinition(type, this));
      }
      return new CustomDefinition(
          node, CustomDefinition.DefinitionType.STANDARD, CustomDefinition.EXCLUDING_ATTRIBUTES);
    }

    private static CustomDefinition map(
        ResolvedType value, SchemaGenerationContext context, ObjectNode node) {
      node.put("type", "object");
      node.set("additionalProperties", context.createDefinitionReference(value));
      return new CustomDefinition(
          node, CustomDefinition.INLINE_DEFINITION, CustomDefinition.EXCLUDING_ATTRIBUTES);
    }

    private static CustomDefinition inline(Class<?> form, ObjectNode node) {
      if (form == Forms.NameOrNames.class) {
        texts(node, "[^\\s].*");
      } else if (form == Forms.AnyValue.class) {
        anyValue(node);
      } else if (form == Forms.Flag.class) {
        node.put("type", "boolean");
      } else if (form == Forms.ConnectionCount.class) {
        node.put("type", "integer").put("minimum", 2).put("maximum", 999);
      } else if (form == Forms.KeepName.class) {
        words(node, Set.of("full", "fingerprints"));
      } else if (form == Forms.KindName.class) {
        words(node, Kinds.named().keySet());
      } else if (form == Forms.SecretReference.class) {
        node.put("type", "string").put("pattern", "^\\$\\{(env|file):[^}]+}$");
      } else if (form == Forms.IdForm.class) {
        id(node);
      } else {
        node.put("type", "string").put("minLength", 1);
      }
      return new CustomDefinition(node, true);
    }

    private static void id(ObjectNode node) {
      ArrayNode forms = node.putArray("anyOf");
      words(forms.addObject(), Set.of("keep", "uuid"));
      forms.addObject().put("type", "string").put("pattern", "^offset\\(\\s*[+-]?\\d+\\s*\\)$");
      list(forms.addObject());
    }

    private static void texts(ObjectNode node, String pattern) {
      ArrayNode forms = node.putArray("anyOf");
      forms.addObject().put("type", "string").put("pattern", pattern);
      list(forms.addObject());
    }

    private static void list(ObjectNode node) {
      node.put("type", "array").put("minItems", 1).putObject("items").put("type", "string");
    }

    private static void words(ObjectNode node, Set<String> words) {
      node.put("type", "string");
      words.stream().sorted().forEach(node.withArray("enum")::add);
    }

    private static void anyValue(ObjectNode node) {
      ANY_VALUE.forEach(node.putArray("type")::add);
    }
  }
}
