package io.rehome.plan.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** What a key of a plan means. The documentation and the editors' schema say the same. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Key {

  /** What it does. */
  String does();

  /** How it is written. */
  String form();

  /** What holds where it is left out; "required" where it must not be. */
  String leftOut();

  /** An example, as it stands in a file. */
  String example();

  /** Its name, where Java does not allow it. */
  String name() default "";

  /** The names of a shape's keys. */
  final class Names {
    private Names() {}

    /** All keys of a shape. */
    public static Set<String> of(Class<? extends Record> shape) {
      Set<String> names = new TreeSet<>();
      Arrays.stream(shape.getRecordComponents()).map(Names::of).forEach(names::add);
      return names;
    }

    /** The key that a component stands for. */
    public static String of(RecordComponent component) {
      String name = key(component).name();
      return name.isEmpty() ? component.getName() : name;
    }

    /** Whether the key must be there. */
    public static boolean isRequired(RecordComponent component) {
      return key(component).leftOut().equals("required");
    }

    /** What a component's key means. */
    public static Key key(RecordComponent component) {
      Key key = component.getAnnotation(Key.class);
      if (key == null) {
        throw new IllegalStateException(component + " says nothing");
      }
      return key;
    }
  }
}
