package io.rehome.transforms.expression;

import static io.rehome.transforms.expression.NamedFunction.define;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import io.rehome.model.Bytes;
import io.rehome.model.Reason;
import io.rehome.model.RejectedValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Functions that make digests and ids. */
final class DigestFunctions {
  static final List<NamedFunction> ALL =
      List.of(
          define(
              "md5",
              "value",
              "The MD5 of a text's UTF-8 or of bytes, in hexadecimal.",
              "md5('abc')",
              "900150983cd24fb0d6963f7d28e17f72",
              a -> hash(md5(), a)),
          define(
              "sha256",
              "value",
              "The SHA-256 of a text's UTF-8 or of bytes, in hexadecimal.",
              "sha256('abc')",
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
              a -> hash(Hashing.sha256(), a)),
          define(
              "uuid",
              "text",
              "The UUID that a text spells; anything else is rejected (BAD_VALUE).",
              "uuid('6BA7B810-9DAD-11D1-80B4-00C04FD430C8')",
              "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
              DigestFunctions::uuid),
          define(
                  "uuid5",
                  "namespace, name",
                  "The version 5 UUID of a name in a namespace, a UUID.",
                  "uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'python.org')",
                  "886313e1-3b8a-5372-9b90-0c9aee199e5d",
                  DigestFunctions::uuid5)
              .fixing(0, DigestFunctions::noUuid));

  private DigestFunctions() {}

  @SuppressWarnings("deprecation") // for keys that the old platform made so, not for security
  private static HashFunction md5() {
    return Hashing.md5();
  }

  private static Object hash(HashFunction function, Arguments arguments) throws RejectedValue {
    byte[] content =
        arguments.value(0) instanceof Bytes bytes
            ? bytes.array()
            : arguments.text(0).getBytes(StandardCharsets.UTF_8);
    return function.hashBytes(content).toString();
  }

  private static Object uuid(Arguments arguments) throws RejectedValue {
    if (arguments.value(0) instanceof UUID uuid) {
      return uuid;
    }
    String text = arguments.text(0).strip();
    if (noUuid(text).isPresent()) {
      throw new RejectedValue(Reason.BAD_VALUE, "not a UUID: " + Texts.shown(text));
    }
    return UUID.fromString(text);
  }

  private static Object uuid5(Arguments arguments) throws RejectedValue {
    UUID namespace = UUID.fromString(arguments.text(0));
    byte[] name = arguments.text(1).getBytes(StandardCharsets.UTF_8);
    return uuid5(namespace, name);
  }

  /** RFC 9562, section 5.5: SHA-1 of the namespace's bytes and the name's. */
  private static UUID uuid5(UUID namespace, byte[] name) {
    ByteBuffer input = ByteBuffer.allocate(16 + name.length);
    input.putLong(namespace.getMostSignificantBits()).putLong(namespace.getLeastSignificantBits());
    @SuppressWarnings("deprecation") // the standard says SHA-1
    ByteBuffer digest =
        ByteBuffer.wrap(Hashing.sha1().hashBytes(input.put(name).array()).asBytes());
    long high = (digest.getLong() & ~0xf000L) | 0x5000L;
    long low = (digest.getLong() & ~(0xcL << 60)) | (0x8L << 60);
    return new UUID(high, low);
  }

  private static Optional<String> noUuid(String text) {
    boolean isUuid = text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    return isUuid ? Optional.empty() : Optional.of("not a UUID: " + Texts.shown(text));
  }
}
