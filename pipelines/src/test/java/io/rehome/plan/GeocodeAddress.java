package io.rehome.plan;

import io.rehome.model.Fields;
import io.rehome.model.Mapper;
import io.rehome.model.Named;

/** A user's rule: the latitude of an address. */
@Named("geocode-address")
public final class GeocodeAddress implements Mapper {
  @Override
  public Object map(Fields source) {
    return source.value("address") == null ? null : 51.5;
  }
}
