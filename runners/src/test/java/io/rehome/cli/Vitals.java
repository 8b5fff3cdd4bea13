package io.rehome.cli;

import com.sun.management.UnixOperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.rehome.testdata.servers.Database;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.PlatformManagedObject;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What a run holds on to: asked of its JVM, and of the servers that it is connected to. */
final class Vitals implements AutoCloseable {
  private static final String POSTGRES =
      "select count(*) from pg_stat_activity where datname = '%s' and pid <> pg_backend_pid()";
  private static final String MARIADB =
      "select count(*) from information_schema.processlist"
          + " where db = '%s' and id <> connection_id()";

  private static final int ATTEMPTS = 6;

  private final Journey journey;
  private final JMXConnector connector;
  private final MemoryMXBean memory;
  private final ThreadMXBean threads;
  private final UnixOperatingSystemMXBean system;

  private Vitals(Journey journey, JMXConnector connector) throws IOException {
    this.journey = journey;
    this.connector = connector;
    this.memory = bean(ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    this.threads = bean(ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    this.system =
        bean(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, UnixOperatingSystemMXBean.class);
  }

  /** What can be counted of a run; each is flat as long as nothing leaks. */
  enum Sign {
    HEAP("heap after a collection, MB", 20),
    THREADS("threads", 4),
    FILES("file handles", 4),
    OF_SOURCE("connections to the source", 2),
    OF_TARGET("connections to the target", 2),
    OF_STORE("connections to the store", 2);

    final String title;

    /** By how much it may differ from one moment to another: a page in flight, a connection. */
    final int slack;

    Sign(String title, int slack) {
      this.title = title;
      this.slack = slack;
    }
  }

  /** Of the run of this journey whose process this is. */
  static Vitals of(Journey journey, Process process)
      throws IOException, AttachNotSupportedException {
    VirtualMachine machine = attached(process);
    try {
      JMXServiceURL address = new JMXServiceURL(machine.startLocalManagementAgent());
      return new Vitals(journey, JMXConnectorFactory.connect(address));
    } finally {
      machine.detach();
    }
  }

  /** A machine that is busy lets a JVM take its time, and to attach takes ten seconds at most. */
  private static VirtualMachine attached(Process process)
      throws IOException, AttachNotSupportedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return VirtualMachine.attach(Long.toString(process.pid()));
      } catch (AttachNotSupportedException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private <T extends PlatformManagedObject> T bean(String name, Class<T> type) throws IOException {
    MBeanServerConnection server = connector.getMBeanServerConnection();
    return ManagementFactory.newPlatformMXBeanProxy(server, name, type);
  }

  /** Collects the garbage, and counts. */
  Map<Sign, Long> now() throws SQLException {
    memory.gc();
    Map<Sign, Long> now = new EnumMap<>(Sign.class);
    now.put(Sign.HEAP, memory.getHeapMemoryUsage().getUsed() >> 20);
    now.put(Sign.THREADS, (long) threads.getThreadCount());
    now.put(Sign.FILES, system.getOpenFileDescriptorCount());
    now.put(Sign.OF_SOURCE, count(journey.source(), MARIADB));
    now.put(Sign.OF_TARGET, count(journey.target(), POSTGRES));
    now.put(Sign.OF_STORE, count(journey.store(), POSTGRES));
    return now;
  }

  private static long count(Database database, String query) throws SQLException {
    return Long.parseLong(Journey.rows(database, query.formatted(database.name())).get(0));
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
