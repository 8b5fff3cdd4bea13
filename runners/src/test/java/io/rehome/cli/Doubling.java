package io.rehome.cli;

import io.rehome.io.Source;
import io.rehome.model.KeyRange;
import io.rehome.model.Page;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;

/**
 * A source as a runner shows it that runs bundles again: each range is read twice, and each page is
 * delivered twice besides, in any order and on several threads at once.
 */
record Doubling(Source source) implements InvocationHandler, Serializable {

  static Source of(Source source) {
    return (Source)
        Proxy.newProxyInstance(
            Source.class.getClassLoader(), new Class<?>[] {Source.class}, new Doubling(source));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    Object answer = answer(method, arguments);
    if (answer instanceof Source narrower) {
      return of(narrower);
    }
    return answer instanceof PTransform<?, ?> reading && List.of(arguments).size() == 3
        ? doubled(reading)
        : answer;
  }

  private Object answer(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(source, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @SuppressWarnings("unchecked")
  private static Object doubled(PTransform<?, ?> reading) {
    return new Read((PTransform<PCollection<KeyRange>, PCollection<Page>>) reading);
  }

  private static final class Read extends PTransform<PCollection<KeyRange>, PCollection<Page>> {
    private static final long serialVersionUID = 1;
    private final PTransform<PCollection<KeyRange>, PCollection<Page>> reading;

    Read(PTransform<PCollection<KeyRange>, PCollection<Page>> reading) {
      this.reading = reading;
    }

    @Override
    public PCollection<Page> expand(PCollection<KeyRange> ranges) {
      Coder<KeyRange> coder = ranges.getCoder();
      PCollection<Page> pages =
          ranges
              .apply("Each range twice", ParDo.of(new Twice<>()))
              .setCoder(coder)
              .apply("Read", reading);
      return pages
          .apply("Each page twice", ParDo.of(new Twice<>()))
          .setCoder(pages.getCoder())
          .apply("In any order", Reshuffle.viaRandomKey());
    }
  }

  private static final class Twice<T> extends DoFn<T, T> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(@Element T element, OutputReceiver<T> output) {
      output.output(element);
      output.output(element);
    }
  }
}
