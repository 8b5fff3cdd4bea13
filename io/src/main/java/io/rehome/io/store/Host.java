package io.rehome.io.store;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** This machine's name, as others are told who holds a marketplace. */
final class Host {
  private Host() {}

  static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return InetAddress.getLoopbackAddress().getHostName();
    }
  }
}
