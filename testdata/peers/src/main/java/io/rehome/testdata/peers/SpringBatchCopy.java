package io.rehome.testdata.peers;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.database.JdbcBatchItemWriter;
import org.springframework.batch.item.database.JdbcCursorItemReader;
import org.springframework.batch.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Spring Batch: two flows side by side, each with a range of keys, in chunks of 1000, as its guide
 * advises. It keeps no metadata, which makes it faster and its job not restartable.
 */
public final class SpringBatchCopy {
  private static final int CHUNK = 1000;
  private static final JobRepository REPOSITORY = new ResourcelessJobRepository();

  private SpringBatchCopy() {}

  /**
   * Copies.
   *
   * @param arguments URL and user of the source and of the target
   */
  public static void main(String[] arguments) throws Exception {
    Place source = Place.in(arguments, 0);
    Place target = Place.in(arguments, 2).with("reWriteBatchedInserts=true");
    JobExecution execution = launcher().run(job(source, target), new JobParameters());
    if (execution.getStatus() != BatchStatus.COMPLETED) {
      throw new IllegalStateException(execution.getAllFailureExceptions().toString());
    }
  }

  private static TaskExecutorJobLauncher launcher() throws Exception {
    TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
    launcher.setJobRepository(REPOSITORY);
    launcher.afterPropertiesSet();
    return launcher;
  }

  private static Job job(Place source, Place target) throws Exception {
    List<KeyRange> ranges = KeyRange.of(source).parts(2);
    Flow[] flows =
        IntStream.range(0, 2)
            .mapToObj(part -> flow("part-" + part, ranges.get(part), source, target))
            .toArray(Flow[]::new);
    Flow split =
        new FlowBuilder<SimpleFlow>("split")
            .split(new SimpleAsyncTaskExecutor("copy-"))
            .add(flows)
            .build();
    return new JobBuilder("copy", REPOSITORY).start(split).end().build();
  }

  private static Flow flow(String name, KeyRange range, Place source, Place target) {
    DataSource to = pool(target);
    Step step =
        new StepBuilder(name, REPOSITORY)
            .<Notice, Notice>chunk(CHUNK, new JdbcTransactionManager(to))
            .reader(reader(name, range, source))
            .writer(writer(to))
            .build();
    return new FlowBuilder<SimpleFlow>("flow of " + name).start(step).build();
  }

  private static JdbcCursorItemReader<Notice> reader(String name, KeyRange range, Place source) {
    return new JdbcCursorItemReaderBuilder<Notice>()
        .name(name)
        .dataSource(pool(source))
        .sql(NoticeSql.select(range))
        .verifyCursorPosition(false) // which the driver of MariaDB counts otherwise
        .fetchSize(CHUNK)
        .saveState(false)
        .rowMapper((row, number) -> Notice.read(row))
        .build();
  }

  private static JdbcBatchItemWriter<Notice> writer(DataSource target) {
    JdbcBatchItemWriter<Notice> writer =
        new JdbcBatchItemWriterBuilder<Notice>()
            .dataSource(target)
            .sql(NoticeSql.INSERT)
            .itemPreparedStatementSetter(Notice::bind)
            .assertUpdates(false)
            .build();
    writer.afterPropertiesSet();
    return writer;
  }

  private static DataSource pool(Place place) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(place.url());
    pool.setUsername(place.user());
    return pool;
  }
}
