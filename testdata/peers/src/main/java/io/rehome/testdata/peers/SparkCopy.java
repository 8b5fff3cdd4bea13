package io.rehome.testdata.peers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_utc_timestamp;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Spark SQL on two cores of this machine: a JDBC read in two ranges of keys, and a JDBC write. */
public final class SparkCopy {
  private static final int PARTS = 2;

  private SparkCopy() {}

  /**
   * Copies.
   *
   * @param arguments URL and user of the source and of the target
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    Place source = Place.in(arguments, 0);
    Place target = Place.in(arguments, 2).with("reWriteBatchedInserts=true");
    try (SparkSession spark = session()) {
      Dataset<Row> notices = read(spark, source, KeyRange.of(source));
      write(
          notices.withColumn("created_at", to_utc_timestamp(col("created_at"), "Europe/London")),
          target);
    }
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate();
  }

  private static Dataset<Row> read(SparkSession spark, Place source, KeyRange keys) {
    return spark
        .read()
        .format("jdbc")
        .options(place(asMySql(source)))
        .option("driver", "org.mariadb.jdbc.Driver")
        .option("dbtable", "(" + NoticeSql.SELECT + ") as mapped")
        .option("partitionColumn", "id")
        .option("lowerBound", keys.first())
        .option("upperBound", keys.last())
        .option("numPartitions", PARTS)
        .option("fetchsize", 1000)
        .load();
  }

  private static void write(Dataset<Row> notices, Place target) {
    notices
        .write()
        .format("jdbc")
        .options(place(target))
        .option("dbtable", "notices")
        .option("batchsize", 1000)
        .option("isolationLevel", "READ_COMMITTED")
        .mode(SaveMode.Append)
        .save();
  }

  /** Spark quotes names as MySQL does only where the URL says that it is one. */
  private static Place asMySql(Place source) {
    return new Place(source.url().replace("jdbc:mariadb:", "jdbc:mysql:"), source.user())
        .with("permitMysqlScheme=true");
  }

  private static Map<String, String> place(Place place) {
    return Map.of("url", place.url(), "user", place.user(), "password", "");
  }
}
