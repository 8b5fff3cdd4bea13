package io.rehome.io.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * An authority of the test's own and the certificates that it issues, made by the JDK's keytool, as
 * files of the form that servers and drivers read.
 *
 * @param folder where {@code authority.crt} is, and each certificate with its key
 */
record TestCertificates(Path folder) {
  private static final String PASSWORD = "changeit";

  static TestCertificates in(Path folder) throws Exception {
    TestCertificates certificates = new TestCertificates(folder);
    certificates.pair("authority", "-ext", "bc:critical=ca:true", "-validity", "10");
    certificates.export("authority");
    return certificates;
  }

  /** The certificate by which all that it issued can be verified. */
  Path authority() {
    return certificate("authority");
  }

  Path certificate(String name) {
    return folder.resolve(name + ".crt");
  }

  Path key(String name) {
    return folder.resolve(name + ".key");
  }

  /** Issues a certificate of this host, with more of keytool's options. */
  void issue(String name, String host, String... options) throws Exception {
    pair(name);
    byte[] request = keytool(new byte[0], "-certreq", "-alias", name, "-keystore", store(name));
    List<String> arguments =
        new ArrayList<>(
            List.of("-gencert", "-rfc", "-alias", "authority", "-keystore", store("authority")));
    arguments.addAll(List.of("-ext", "san=" + host));
    arguments.addAll(Arrays.asList(options));
    Files.write(certificate(name), keytool(request, arguments.toArray(String[]::new)));
    writeKey(name);
  }

  /** Makes a certificate of this host that nobody vouches for. */
  void selfSigned(String name, String host) throws Exception {
    pair(name, "-ext", "san=" + host);
    export(name);
    writeKey(name);
  }

  private void pair(String name, String... options) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("-genkeypair", "-alias", name, "-keyalg", "RSA", "-keysize", "2048"));
    arguments.addAll(List.of("-dname", "CN=" + name, "-keystore", store(name)));
    arguments.addAll(Arrays.asList(options));
    keytool(new byte[0], arguments.toArray(String[]::new));
  }

  private void export(String name) throws Exception {
    Files.write(
        certificate(name),
        keytool(new byte[0], "-exportcert", "-rfc", "-alias", name, "-keystore", store(name)));
  }

  private String store(String name) {
    return folder.resolve(name + ".p12").toString();
  }

  private void writeKey(String name) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(Path.of(store(name)))) {
      keys.load(file, PASSWORD.toCharArray());
    }
    byte[] key = keys.getKey(name, PASSWORD.toCharArray()).getEncoded();
    String text =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(key);
    Files.writeString(
        key(name), "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
    Files.setPosixFilePermissions(key(name), PosixFilePermissions.fromString("rw-------"));
  }

  private static byte[] keytool(byte[] input, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().write(input);
    process.getOutputStream().close();
    byte[] output = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          "keytool refused " + command + ": " + new String(output, StandardCharsets.UTF_8));
    }
    return output;
  }
}
