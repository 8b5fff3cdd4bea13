package io.rehome.testdata.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Free loopback ports below the range from which the kernel takes the ports of outgoing
 * connections: a port of that range may be gone again before a server listens on it.
 */
final class FreePort {
  private static final int LOWEST = 12_000;
  private static final int SPAN = 20_000;
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 97 % SPAN));

  private FreePort() {}

  /** A port that was free a moment ago; another one at each call, until all were handed out. */
  static int next() {
    for (int tries = 0; tries < SPAN; tries++) {
      int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), SPAN);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port on the loopback interface");
  }

  /** Whether a server may listen there now; port 0, which stands for any, is. */
  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
