package io.rehome.io.jdbc;

import com.google.common.base.Throwables;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tells a server whose certificate was not accepted from one that was not reached. */
final class Untrusted {
  /** What both drivers say, in every language, where the certificate is another host's. */
  private static final List<String> OF_ANOTHER_HOST =
      List.of("HostnameVerifier", "hostname verification failed");

  private Untrusted() {}

  /** Why a certificate was not accepted, in the driver's words; empty where none was refused. */
  static Optional<String> reason(Throwable failure) {
    List<Throwable> chain = Throwables.getCausalChain(failure);
    return chain.stream().anyMatch(CertificateException.class::isInstance)
        ? Optional.of(String.valueOf(Throwables.getRootCause(failure).getMessage()))
        : chain.stream()
            .map(Throwable::getMessage)
            .filter(Objects::nonNull)
            .filter(message -> OF_ANOTHER_HOST.stream().anyMatch(message::contains))
            .findFirst()
            .map(message -> message.lines().findFirst().orElse(message));
  }
}
