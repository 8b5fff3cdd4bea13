package io.rehome.pipelines;

import static io.rehome.pipelines.Ads.document;
import static io.rehome.pipelines.Ads.parent;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.rehome.model.Document;
import io.rehome.transforms.UniqueRule;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClaimsTest {
  private static final UniqueRule SLUG = new UniqueRule(List.of("slug"));
  private static final UniqueRule SLUG_OF_SELLER = new UniqueRule(List.of("slug", "seller_id"));

  @Test
  void areTheSameForTheSameValueInWhateverRecord() {
    assertThat(
        claims(document(1L, "rex", 7L, null, null), SLUG),
        is(claims(document(2L, "rex", 8L, null, null), SLUG)));
    assertThat(
        claims(document(1L, "rex", 7L, null, null), SLUG),
        is(not(claims(document(1L, "max", 7L, null, null), SLUG))));
  }

  @Test
  void holdAllFieldsOfARule() {
    assertThat(
        claims(document(1L, "rex", 7L, null, null), SLUG_OF_SELLER),
        is(not(claims(document(1L, "rex", 8L, null, null), SLUG_OF_SELLER))));
  }

  @Test
  void areNoneWhereOneOfTheValuesIsNull() {
    assertThat(claims(document(1L, "rex", null, null, null), SLUG_OF_SELLER), is(empty()));
    assertThat(claims(document(1L, "rex", null, null, null), SLUG, SLUG_OF_SELLER), hasSize(1));
  }

  @Test
  void tellRulesApartThatHoldTheSameValue() {
    List<Claim> claims =
        claims(
            document(7L, null, 7L, null, null),
            new UniqueRule(List.of("id")),
            new UniqueRule(List.of("seller_id")));

    assertThat(claims.stream().map(Claim::field).toList(), contains("id", "seller_id"));
    assertThat(claims.get(0).value(), is(not(claims.get(1).value())));
  }

  @Test
  void tellParentsByEntityAndSourceKey() {
    UniqueRule seller = new UniqueRule(List.of("seller_id"));
    Document ofMember = document(1L, "rex", parent("members", 7L), null, null);

    assertThat(
        claims(ofMember, seller),
        is(claims(document(2L, "max", parent("members", 7L), null, null), seller)));
    assertThat(
        claims(ofMember, seller),
        is(not(claims(document(2L, "max", parent("breeders", 7L), null, null), seller))));
    assertThat(
        claims(ofMember, seller),
        is(not(claims(document(2L, "max", parent("members", 8L), null, null), seller))));
  }

  @Test
  void areEmptyWithoutUniqueRules() {
    assertThat(new Claims(Ads.rules()).isEmpty(), is(true));
    assertThat(new Claims(Ads.rules(SLUG)).isEmpty(), is(false));
  }

  private static List<Claim> claims(Document document, UniqueRule... rules) {
    return new Claims(Ads.rules(rules)).of(document);
  }
}
