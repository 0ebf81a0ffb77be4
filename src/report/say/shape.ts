import type { FactWords } from '../../core/words.js';
import type { Wording } from './wording.js';

/** What a value looks like, for who fills in the profile. */
export function shapeOf(path: string, wording: Wording): string {
  const found = wording.typeOf(path);
  if (found === null) return '…';
  return found.member === null ? shape(found.type, wording) : 'true | false';
}

function shape(type: FactWords, wording: Wording): string {
  const members = Object.keys(type.members);
  switch (type.kind) {
    case 'boolean':
      return 'true | false';
    case 'checklist':
      return `[${members.join(', ')}]`;
    case 'choice':
      return members.join(' | ');
    case 'list':
      return `[{ ${type.key}: … }]`;
    case 'integer':
    case 'number': {
      const unit = type.unit === null ? '' : wording.words.unit[type.unit].trim();
      return `${wording.words.type[type.kind]}${unit === '' ? '' : ` (${unit})`}${type.permanent ? ' | permanent' : ''}`;
    }
    default:
      return wording.words.type[type.kind === 'date' ? 'date' : 'text'];
  }
}
