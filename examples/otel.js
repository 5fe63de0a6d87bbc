// Traces of the gateway, sent by OTLP: node --import ./examples/otel.js dist/main.js
// OTEL_EXPORTER_OTLP_ENDPOINT says where to, http://localhost:4318 by default.
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())] });
provider.register();

// What is not sent yet is sent when the gateway has stopped.
process.once('beforeExit', () => provider.shutdown());
