package io.rehome.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A host of its own on this machine: a network namespace, joined to ours by a cable that can be
 * pulled. Linux, root and the program {@code ip} are needed.
 *
 * @param number from 1 to 250, one for each host at a time
 */
@SuppressWarnings("try") // close() waits for processes, and may be interrupted
record NetworkHost(int number) implements AutoCloseable {

  /** Whether there can be such hosts here. */
  static boolean arePossible() throws InterruptedException {
    try {
      return new ProcessBuilder("ip", "netns", "add", "rehome-0").start().waitFor() == 0
          && new ProcessBuilder("ip", "netns", "del", "rehome-0").start().waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  static NetworkHost open(int number) throws Exception {
    NetworkHost host = new NetworkHost(number);
    ip("netns add " + host.name());
    ip("link add %s type veth peer name eth0 netns %s".formatted(host.cable(), host.name()));
    ip("addr add %s/24 dev %s".formatted(host.ourAddress(), host.cable()));
    ip("link set %s up".formatted(host.cable()));
    ip("-n %s addr add %s/24 dev eth0".formatted(host.name(), host.address()));
    ip("-n %s link set eth0 up".formatted(host.name()));
    ip("-n %s link set lo up".formatted(host.name()));
    return host;
  }

  /** Its address. */
  String address() {
    return "10.203.%d.2".formatted(number);
  }

  /** The address under which it knows us. */
  String ourAddress() {
    return "10.203.%d.1".formatted(number);
  }

  /** From now on no byte passes in either way, and nobody is told. */
  void pullTheCable() throws Exception {
    ip("link set %s down".formatted(cable()));
  }

  void plugItIn() throws Exception {
    ip("link set %s up".formatted(cable()));
  }

  /** The command line that runs this one there. */
  List<String> there(List<String> command) {
    List<String> there = new ArrayList<>(List.of("ip", "netns", "exec", name()));
    there.addAll(command);
    return there;
  }

  /** Takes the host away; its processes must have ended. */
  @Override
  public void close() throws Exception {
    ip("netns del " + name());
  }

  private String name() {
    return "rehome-" + number;
  }

  private String cable() {
    return "rehome" + number;
  }

  private static void ip(String words) throws Exception {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(words.split(" ")));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("ip " + words + ": " + said);
    }
  }
}
