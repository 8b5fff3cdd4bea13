package io.rehome.testdata.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The passwords of the demo's accounts: a file each, which only this user can read. */
record DemoSecrets(Path folder) {
  private static final int BYTES = 16;

  /** The file with the password of that account; made with a new one if it is not there. */
  Path file(String account) {
    Path file = folder.resolve(account);
    try {
      Files.createDirectories(folder);
      if (!Files.exists(file)) {
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
        Files.writeString(file, newPassword());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String password(String account) {
    try {
      return Files.readString(file(account));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String newPassword() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
