package io.rehome.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** The classes of java.io that open a file; streams and {@code Serializable} are no files. */
final class NamesAFile extends DescribedPredicate<JavaClass> {
  NamesAFile() {
    super("name a file");
  }

  @Override
  public boolean test(JavaClass type) {
    return type.getSimpleName().startsWith("File")
        || type.getSimpleName().equals("RandomAccessFile");
  }
}
