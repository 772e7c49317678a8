package dev.millrace.engine.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A property: a test of one `long seed`, run for the seeds 1 to [#count], so that case 17 is that of seed 17. The seed
/// is in the name of each case; `-Dmillrace.seed=17` runs that one only.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@ArgumentsSource(Seeds.Provider.class)
public @interface Seeds {

    /// How many cases there are.
    int count() default 60;

    /// Hands out the seeds.
    final class Provider implements ArgumentsProvider, AnnotationConsumer<Seeds> {

        private static final String ONLY = "millrace.seed";

        private int count;

        @Override
        public void accept(Seeds seeds) {
            count = seeds.count();
        }

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            Long only = Long.getLong(ONLY);
            LongStream seeds = only == null ? LongStream.rangeClosed(1, count) : LongStream.of(only);
            return seeds.mapToObj(Arguments::of);
        }
    }
}
