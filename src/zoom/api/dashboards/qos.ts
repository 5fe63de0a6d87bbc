/** The quality of service: how the media of one person got through, sample by sample. */
import { dateTime, enumOf, float, id, int, list, measured, renamed, shape, string } from '../../declare/shape.ts';
import { stayFields } from './participants.ts';

const milliseconds = { ms: 1, s: 1000 };
const percent = { '%': 1 };
const transport = {
  bitrate: measured({ kbps: 1, bps: 0.001, mbps: 1000 }, 'How much data went through, in kilobits a second.'),
  latency: measured(milliseconds, 'How long the data took, in milliseconds.'),
  jitter: measured(milliseconds, 'How much the latency varied, in milliseconds.'),
  avg_loss: measured(percent, 'The average share of lost packets, in percent.'),
  max_loss: measured(percent, 'The largest share of lost packets, in percent.'),
};
export const QosAudio = shape('QosAudio', transport, 'How sound got through.');
export const QosVideo = shape(
  'QosVideo',
  {
    ...transport,
    frame_rate: measured({ fps: 1 }, 'How many pictures a second there were.'),
    resolution: string('Width and height, such as "640*360".'),
  },
  'How a picture got through.',
);

const pressure = enumOf(
  'QosCpuPressure',
  {
    NORMAL: ['normal', 'The processor has room for more.'],
    FAIR: ['fair', 'The processor is busy, but all goes well.'],
    SERIOUS: ['serious', 'The processor is so busy that the meeting suffers.'],
    CRITICAL: ['critical', 'The processor is overloaded.'],
  },
  'The load of the processor, as browsers report it.',
);

export const QosSample = shape(
  'QosSample',
  {
    date_time: renamed('dateTime', 'time', dateTime('When it was measured.')),
    audio_input: QosAudio.optional().describe('Sound that the person sent.'),
    audio_output: QosAudio.optional().describe('Sound that the person received.'),
    audio_device_from_crc: QosAudio.optional().describe('Sound sent by way of the room connector.'),
    audio_device_to_crc: QosAudio.optional().describe('Sound received by way of the room connector.'),
    audio_device_from_rwg: QosAudio.optional().describe('Sound sent from the web client.'),
    audio_device_to_rwg: QosAudio.optional().describe('Sound received in the web client.'),
    video_input: QosVideo.optional().describe('Video that the person sent.'),
    video_output: QosVideo.optional().describe('Video that the person received.'),
    video_device_from_crc: QosVideo.optional().describe('Video sent by way of the room connector.'),
    video_device_to_crc: QosVideo.optional().describe('Video received by way of the room connector.'),
    video_device_from_rwg: QosVideo.optional().describe('Video sent from the web client.'),
    video_device_to_rwg: QosVideo.optional().describe('Video received in the web client.'),
    as_input: QosVideo.optional().describe('A screen that the person shared.'),
    as_output: QosVideo.optional().describe('A shared screen that the person received.'),
    as_device_from_crc: QosVideo.optional().describe('A screen shared by way of the room connector.'),
    as_device_to_crc: QosVideo.optional().describe('A shared screen received by way of the room connector.'),
    as_device_from_rwg: QosVideo.optional().describe('A screen shared from the web client.'),
    as_device_to_rwg: QosVideo.optional().describe('A shared screen received in the web client.'),
    cpu_usage: shape(
      'QosCpuUsage',
      {
        zoom_min_cpu_usage: measured(percent, 'The least share of the processor that Zoom took, in percent.'),
        zoom_avg_cpu_usage: measured(percent, 'The average share that Zoom took, in percent.'),
        zoom_max_cpu_usage: measured(percent, 'The largest share that Zoom took, in percent.'),
        system_max_cpu_usage: measured(percent, 'The largest share that was taken at all, in percent.'),
      },
      'How busy the processor was.',
    ),
    cpu_pressure_level: shape(
      'QosCpuPressureLevel',
      {
        system_min_cpu_pressure_level: pressure,
        system_avg_cpu_pressure_level: pressure,
        system_max_cpu_pressure_level: pressure,
      },
      'How hard the processor was pressed; of web clients.',
    ),
    wifi_rssi: shape(
      'QosWifiRssi',
      {
        min_rssi: int('The weakest signal; numbers closer to 0 are better.'),
        avg_rssi: int('The average signal.'),
        max_rssi: int('The strongest signal.'),
        rssi_unit: string('The unit of the numbers, such as "dBm".'),
      },
      'How strong the wireless network was received.',
    ),
  },
  'What was measured of one person at one time.',
);

const qosFields = {
  ...stayFields,
  health: enumOf(
    'QosHealth',
    {
      GOOD: ['Good', 'Nothing was wrong.'],
      WARNING: ['Warning', 'Something was wrong.'],
      CRITICAL: ['Critical', 'Something was badly wrong.'],
    },
    'Whether anything was wrong, and how badly.',
  ),
  issue_list: list(string(), 'What was wrong, in words.'),
  rc_reason: string('Why the person had to connect again.'),
  user_qos: list(QosSample, 'The measurements, one after another.'),
};

/** What reading one participant brings; a page of the list lacks the devices and the number. */
export const DashboardMeetingQos = shape(
  'DashboardMeetingQos',
  {
    ...qosFields,
    total_jointime_cost: float('How many seconds it took to join.'),
    microphone: string('The microphone.'),
    speaker: string('The loudspeaker.'),
    camera: string('The camera.'),
    meeting_number: id('The meeting number.'),
  },
  "How one person's media got through in a meeting.",
);

export const DashboardWebinarQos = shape(
  'DashboardWebinarQos',
  { ...qosFields, webinar_number: id('The webinar number.') },
  "How one person's media got through in a webinar.",
);
