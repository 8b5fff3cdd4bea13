package io.rehome.testdata.servers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/** A JVM that starts a server, puts one pet into it and then does nothing until it is killed. */
record OtherJvm(Process process) {
  static OtherJvm thatStarts(ServerLifeTest.Kind kind, Lifetime lifetime, Path directory)
      throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherJvm.class.getName(),
                kind.name(),
                lifetime.directory(),
                directory.toString())
            .redirectError(Redirect.INHERIT)
            .start();
    if (process.getInputStream().read() != '!') {
      throw new IllegalStateException("the other JVM ended");
    }
    return new OtherJvm(process);
  }

  void kill() {
    process.destroyForcibly();
    Patience.until(() -> !process.isAlive(), () -> "the other JVM does not end");
  }

  public static void main(String[] arguments) throws InterruptedException {
    Lifetime lifetime =
        arguments[1].isEmpty() ? new Lifetime.OfThisJvm() : Lifetime.of(Path.of(arguments[1]));
    ServerSettings settings = ServerSettings.in(Path.of(arguments[2])).living(lifetime);
    ServerLifeTest.withOnePet(ServerLifeTest.Kind.valueOf(arguments[0]).start(settings));
    System.out.println("!");
    Thread.sleep(Long.MAX_VALUE);
  }
}
