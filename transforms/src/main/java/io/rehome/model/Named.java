package io.rehome.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name under which a plan finds a {@link Mapper}, {@link Enricher} or {@link Check}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Named {
  /** The name, in lower case with hyphens: {@code geocode-address}. */
  String value();
}
