import '../../assets/styles/tokens.css';
import '../../assets/styles/card.css';
import '../../assets/styles/library/frame.css';
import '../../assets/styles/library/lists.css';
import '../../assets/styles/library/timeline.css';
import '../../assets/styles/library/connections.css';
import '../../assets/styles/library/source.css';
import '../../assets/styles/library/adapt.css';
import { send } from '../../lib/messaging/send';
import { chosenLanguage } from '../../lib/storage/chosen-catalogue';
import { Library } from '../../lib/ui/library/Library';
import type { LibraryApi } from '../../lib/ui/library/library-api';
import { showPage } from '../../lib/ui/show-page';

const api: LibraryApi = {
  browseEntities: (filter, page) => send('browseEntities', { ...filter, ...page }),
  getSources: (page) => send('getSources', { ...page }),
  getSourcePage: async (source, page) => (await send('getSourcePage', { source, ...page })).page,
  getTimeline: (filter, page) => send('getTimeline', { ...filter, ...page }),
  getCards: async (entity) =>
    (await send('getEntityCards', { entities: [entity] })).groups[0] ?? null,
  getContext: async (source, { start, end }) =>
    (await send('getContext', { source, start, end })).pieces,
};

void showPage('library', chosenLanguage, () => <Library api={api} />);
