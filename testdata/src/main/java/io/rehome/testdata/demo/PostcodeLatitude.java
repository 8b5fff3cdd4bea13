package io.rehome.testdata.demo;

import io.rehome.model.Fields;
import io.rehome.model.Mapper;
import io.rehome.model.Named;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sample of a mapper of one's own: a public class without state, with a name for plans and a line
 * in {@code META-INF/services/io.rehome.model.Mapper}. Gives the latitude of the middle of a
 * postcode's area, in degrees; null where the postcode names none of these areas.
 */
@Named("postcode-latitude")
public final class PostcodeLatitude implements Mapper {
  private static final Pattern AREA = Pattern.compile("\\s*([A-Z]{1,2})[0-9].*");
  private static final Map<String, BigDecimal> LATITUDES =
      Map.of(
          "BS", new BigDecimal("51.43"),
          "BT", new BigDecimal("54.63"),
          "CB", new BigDecimal("52.22"),
          "CF", new BigDecimal("51.55"),
          "EH", new BigDecimal("55.91"),
          "LS", new BigDecimal("53.83"),
          "M", new BigDecimal("53.48"),
          "OX", new BigDecimal("51.79"),
          "SW", new BigDecimal("51.46"),
          "YO", new BigDecimal("54.07"));

  @Override
  public @Nullable Object map(Fields source) {
    Object postcode = source.value("postcode");
    return postcode == null ? null : latitude(postcode.toString());
  }

  private static @Nullable BigDecimal latitude(String postcode) {
    Matcher area = AREA.matcher(postcode.toUpperCase(Locale.ROOT));
    return area.matches() ? LATITUDES.get(area.group(1)) : null;
  }
}
