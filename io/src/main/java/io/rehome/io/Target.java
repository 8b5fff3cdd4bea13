package io.rehome.io;

import io.rehome.model.DocumentShape;
import io.rehome.model.TargetTable;
import java.io.Serializable;
import java.util.List;

/**
 * The unified platform's database. A handle: it travels with the job and opens connections only
 * where it is used. Every method throws {@link Outage} where the target cannot be reached.
 */
public interface Target extends Serializable {

  /**
   * Describes a table from the catalog.
   *
   * @throws UnknownName where there is no such table
   */
  TargetTable describe(String table) throws UnknownName;

  /** The names of all tables, for suggestions. */
  List<String> tables();

  /** Which database this is. */
  Identity identity();

  /** The statements that make the fence's table for our account, for a DBA. */
  String fenceScript();

  /** Makes the fence's table where it is not there yet. */
  void createFence();

  /**
   * Raises the fence to this token: transactions of lower tokens that are under way end first, and
   * later ones are refused.
   *
   * @throws FencedOff where the target has seen a higher token
   */
  void raise(Fence fence);

  /** A session for one thread. The caller closes it. */
  Loading open(Fence fence);

  /** The way to read back what it holds. */
  TargetReading reading();

  /** Sets the sequences and identities of the shape's columns above the highest value present. */
  void advanceSequences(DocumentShape shape);
}
