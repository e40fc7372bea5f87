package peekbench.result.file;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.Locale;
import peekbench.metric.FigureFormat;
import peekbench.metric.Metric;

/** Metrics in the store: ours by name, those of plug-ins with all that is said of them, so that reading needs no plug-in. */
final class MetricJson {
    private MetricJson() {}

    /**
     * What is stored of a plug-in's metric.
     *
     * @param label the name
     * @param meaning of {@link Metric.Meaning}, as {@code more-is-leak}
     * @param format of {@link FigureFormat}, as {@code three}
     */
    private record Description(
            String label, String unit, String range, String meaning, String heading, String format, String summary) {
        static Description of(Metric metric) {
            return new Description(
                    metric.label(),
                    metric.unit(),
                    metric.range(),
                    text(metric.meaning()),
                    metric.heading(),
                    text(metric.format()),
                    metric.summary());
        }

        Metric metric() {
            return new Metric(
                    label,
                    unit,
                    range,
                    Metric.Meaning.valueOf(constant(meaning)),
                    heading,
                    FigureFormat.valueOf(constant(format)),
                    summary);
        }

        private static String text(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static String constant(String text) {
            return text.toUpperCase(Locale.ROOT).replace('-', '_');
        }
    }

    static final class Writer extends JsonSerializer<Metric> {
        @Override
        public void serialize(Metric metric, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (metric.isOurs()) {
                json.writeString(metric.label());
            } else {
                json.writePOJO(Description.of(metric));
            }
        }
    }

    static final class Reader extends JsonDeserializer<Metric> {
        @Override
        public Metric deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.hasToken(JsonToken.VALUE_STRING)) {
                String label = json.getText();
                return Metric.ofOurs(label)
                        .orElseThrow(() -> context.weirdStringException(
                                label, Metric.class, "there is no metric of that name; there are " + Metric.labels()));
            }
            try {
                return json.readValueAs(Description.class).metric();
            } catch (IllegalArgumentException e) {
                throw context.instantiationException(Metric.class, e);
            }
        }
    }
}
