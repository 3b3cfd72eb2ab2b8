export { ReferencesCell as Cell, ReferencesField as Input } from '../../client/widgets/references-field.tsx';
